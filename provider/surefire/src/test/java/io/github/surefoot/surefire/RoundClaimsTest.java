package io.github.surefoot.surefire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.surefire.RoundClaims.Claim;
import io.github.surefoot.surefire.Samples.Apple;
import io.github.surefoot.surefire.Samples.Banana;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RoundClaimsTest {
    private static final String APPLE = Apple.class.getName();
    private static final String BANANA = Banana.class.getName();

    @TempDir
    private Path directory;

    private Path plan = Path.of("");

    @BeforeEach
    void plan() {
        plan = directory.resolve("r0-1.plan");
        ClassList.write(plan, Samples.ALL);
    }

    private static int round(Claim claim) throws IOException {
        try (claim) {
            return claim.round();
        }
    }

    @Test
    void everyClaimOfAClassIsItsNextRound() throws IOException {
        try (RoundClaims claims = RoundClaims.open(plan)) {
            assertThat(round(claims.claim(APPLE))).isEqualTo(1);
            assertThat(round(claims.claim(APPLE))).isEqualTo(2);
            assertThat(round(claims.claim(BANANA))).isEqualTo(1);
            assertThat(round(claims.claim(APPLE))).isEqualTo(3);
        }
        try (RoundClaims later = RoundClaims.open(plan)) {
            assertThat(round(later.claim(APPLE))).isEqualTo(4);
            assertThat(round(later.claim(BANANA))).isEqualTo(2);
        }
    }

    @Test
    void anInterruptedThreadClaimsAllTheSame() throws IOException {
        try (RoundClaims claims = RoundClaims.open(plan)) {
            Thread.currentThread().interrupt();
            Claim first = claims.claim(APPLE);
            boolean still = Thread.interrupted();
            first.close();

            assertThat(first.round()).isEqualTo(1);
            assertThat(still).as("the flag is the test's own business").isTrue();
            assertThat(round(Objects.requireNonNull(claims.tryClaim(APPLE)))).isEqualTo(2);
        }
    }

    @Test
    void aClassThatAnotherProcessRunsCannotBeClaimedUntilItIsDone() throws Exception {
        try (RoundClaims claims = RoundClaims.open(plan);
                ClaimingWorker other = ClaimingWorker.start(plan)) {
            assertThat(other.startOf(Apple.class)).isEqualTo("start " + APPLE + " 1");
            assertThat(claims.tryClaim(APPLE)).isNull();
            try (Claim mine = claims.claim(BANANA)) {
                assertThat(mine.round()).isEqualTo(1);
            }
            other.endOfClass();
            assertThat(round(Objects.requireNonNull(claims.tryClaim(APPLE)))).isEqualTo(2);
        }
    }

    @Test
    void theClassOfADeadProcessIsFreeAndItsRoundIsGone() throws Exception {
        try (RoundClaims claims = RoundClaims.open(plan);
                ClaimingWorker other = ClaimingWorker.start(plan)) {
            assertThat(other.startOf(Apple.class)).isEqualTo("start " + APPLE + " 1");
            other.kill();
            assertThat(round(Objects.requireNonNull(claims.tryClaim(APPLE)))).isEqualTo(2);
        }
    }

    @Test
    void aProcessWaitsForTheLastClassThatAnotherRuns() throws Exception {
        try (RoundClaims claims = RoundClaims.open(plan);
                ClaimingWorker other = ClaimingWorker.start(plan)) {
            Claim mine = claims.claim(APPLE);
            assertThat(other.question()).isEqualTo("next");
            other.answer(APPLE);
            assertThat(other.question()).isEqualTo("next");
            other.answer("");
            assertThat(other.asks()).isFalse();
            mine.close();
            assertThat(other.question()).isEqualTo("start " + APPLE + " 2");
        }
    }

    @Test
    void aClassOutsideThePlanIsNamed() throws IOException {
        try (RoundClaims claims = RoundClaims.open(plan)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> claims.tryClaim("shop.OtherTest"))
                    .withMessage("Class shop.OtherTest is not in the plan of this run");
            assertThatIllegalStateException().isThrownBy(() -> claims.claim("shop.OtherTest"));
        }
    }

    @Test
    void withoutAPlanThereAreNoClaims() {
        assertThatThrownBy(() -> RoundClaims.open(directory.resolve("none.plan")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
