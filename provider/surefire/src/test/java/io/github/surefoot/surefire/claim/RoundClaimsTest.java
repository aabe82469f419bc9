package io.github.surefoot.surefire.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.surefire.Samples;
import io.github.surefoot.surefire.Samples.Apple;
import io.github.surefoot.surefire.Samples.Banana;
import io.github.surefoot.surefire.claim.RoundClaims.Claim;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
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
    void plan() throws IOException {
        plan = directory.resolve("r0-1.plan");
        Files.write(plan, Samples.names(Samples.ALL));
    }

    private static Claim claimed(RoundClaims.Answer answer) {
        assertThat(answer).isInstanceOf(Claim.class);
        return (Claim) answer;
    }

    private static void run(RoundClaims claims, String name, int round) throws IOException {
        try (Claim claim = claimed(claims.tryClaim(name, round))) {
            assertThat(claim.lock().isValid()).isTrue();
            claims.take(name, round);
        }
    }

    @Test
    void aClassIsTakenUpOnceARound() throws IOException {
        try (RoundClaims claims = RoundClaims.open(plan)) {
            run(claims, APPLE, 1);
            assertThat(claims.tryClaim(APPLE, 1)).isInstanceOf(RoundClaims.Gone.class);
            assertThat(claims.claim(APPLE, 1)).isInstanceOf(RoundClaims.Gone.class);
            assertThat(claims.isOpen(APPLE, 1)).isFalse();
            assertThat(claims.isOpen(APPLE, 2)).isTrue();
            run(claims, APPLE, 2);
            run(claims, BANANA, 1);
        }
        try (RoundClaims later = RoundClaims.open(plan)) {
            assertThat(later.tryClaim(APPLE, 2)).isInstanceOf(RoundClaims.Gone.class);
            run(later, APPLE, 3);
            run(later, BANANA, 2);
        }
    }

    @Test
    void theFirstOpenRoundIsTheFirstWithAClassLeft() throws IOException {
        try (RoundClaims claims = RoundClaims.open(plan)) {
            assertThat(claims.firstOpenRound(2)).isEqualTo(1);
            for (String name : claims.classes()) {
                run(claims, name, 1);
            }
            assertThat(claims.firstOpenRound(2)).isEqualTo(2);
            run(claims, APPLE, 2);
            assertThat(claims.firstOpenRound(2)).isEqualTo(2);
            for (String name : claims.classes()) {
                claims.take(name, 2);
            }
            assertThat(claims.firstOpenRound(2)).as("nothing is left").isEqualTo(3);
        }
    }

    @Test
    void anInterruptedThreadClaimsAllTheSame() throws IOException {
        try (RoundClaims claims = RoundClaims.open(plan)) {
            Thread.currentThread().interrupt();
            Claim first = claimed(claims.claim(APPLE, 1));
            claims.take(APPLE, 1);
            boolean still = Thread.interrupted();
            first.close();

            assertThat(still).as("the flag is the test's own business").isTrue();
            assertThat(claims.tryClaim(APPLE, 1)).isInstanceOf(RoundClaims.Gone.class);
            run(claims, APPLE, 2);
        }
    }

    @Test
    void aClassThatAnotherProcessRunsCannotBeClaimedUntilItIsDone() throws Exception {
        String first = Samples.ALL.get(0).getName();
        try (RoundClaims claims = RoundClaims.open(plan);
                ClaimingWorker other = ClaimingWorker.start(plan, 1)) {
            assertThat(other.question()).isEqualTo("start " + first + " 1");
            assertThat(claims.tryClaim(first, 1)).isInstanceOf(RoundClaims.Busy.class);
            assertThat(claims.tryClaim(first, 2)).as("nor for the next round").isInstanceOf(RoundClaims.Busy.class);
            other.goOn();
            assertThat(claims.tryClaim(first, 1)).isInstanceOf(RoundClaims.Gone.class);
            run(claims, first, 2);
        }
    }

    @Test
    void theClassOfADeadProcessIsFreeAndItsRoundIsGone() throws Exception {
        String first = Samples.ALL.get(0).getName();
        try (RoundClaims claims = RoundClaims.open(plan);
                ClaimingWorker other = ClaimingWorker.start(plan, 1)) {
            other.question();
            other.goOn();
            other.kill();
            assertThat(claims.tryClaim(first, 1)).isInstanceOf(RoundClaims.Gone.class);
            run(claims, first, 2);
        }
    }

    @Test
    void aClassWhoseWorkerDiedBeforeItTookItUpIsLeftToOthers() throws Exception {
        String first = Samples.ALL.get(0).getName();
        try (RoundClaims claims = RoundClaims.open(plan);
                ClaimingWorker other = ClaimingWorker.start(plan, 1)) {
            assertThat(other.question()).startsWith("start ");
            other.kill();
            run(claims, first, 1);
        }
    }

    @Test
    void aProcessWaitsForTheLastClassThatAnotherRuns() throws Exception {
        Path one = directory.resolve("one.plan");
        Files.write(one, List.of(Apple.class.getName()));
        try (RoundClaims claims = RoundClaims.open(one)) {
            Claim mine = claimed(claims.tryClaim(APPLE, 1));
            claims.take(APPLE, 1);
            try (ClaimingWorker other = ClaimingWorker.start(one, 2)) {
                assertThat(other.asks()).isFalse();
                mine.close();
                assertThat(other.question()).isEqualTo("start " + APPLE + " 2");
            }
        }
    }

    @Test
    void aClassOutsideThePlanIsNamed() throws IOException {
        try (RoundClaims claims = RoundClaims.open(plan)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> claims.tryClaim("shop.OtherTest", 1))
                    .withMessage("Class shop.OtherTest is not in the plan of this run");
            assertThatIllegalStateException().isThrownBy(() -> claims.claim("shop.OtherTest", 1));
            claims.take("shop.OtherTest", 1);
        }
    }

    @Test
    void withoutAPlanThereAreNoClaims() {
        assertThatThrownBy(() -> RoundClaims.open(directory.resolve("none.plan")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
