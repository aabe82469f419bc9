package io.github.surefoot.maven.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.evidence.matching.CollectedTest;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KindWatchTest {
    private static final Outcome PASSED = new Outcome.Passed();
    private static final Outcome FAILED = new Outcome.Failed(new Failure("AssertionError", "", ""));
    private static final CollectedTest.Key ADDS = key("adds");
    private static final CollectedTest.Key FAILS = key("fails");

    private final KindWatch kinds = new KindWatch(true);

    private static CollectedTest.Key key(String name) {
        return CollectedTest.Key.of(
                new TestId("shop.CartTest", name), "[engine:e]/[class:shop.CartTest]/[method:" + name + "()]", "");
    }

    private void round(int round, Outcome adds, Outcome fails) {
        kinds.ended(round, ADDS, adds, false);
        kinds.ended(round, FAILS, fails, false);
    }

    @BeforeEach
    void threeRoundsAlike() {
        for (int round = 1; round <= 3; round++) {
            round(round, PASSED, FAILED);
        }
    }

    @Test
    void whereEachTestEndsAsInTheFirstRoundAllIsAlike() {
        assertThat(kinds.allAlike(3)).isTrue();
        assertThat(new KindWatch(true).allAlike(1))
                .as("nothing is nothing to go by")
                .isFalse();
    }

    @Test
    void aRoundThatIsNotThereOrNotWholeIsNotAlike() {
        assertThat(kinds.allAlike(4)).isFalse();
        kinds.ended(4, ADDS, PASSED, false);
        assertThat(kinds.allAlike(4)).isFalse();
        kinds.ended(4, FAILS, FAILED, false);
        assertThat(kinds.allAlike(4)).isTrue();
    }

    @Test
    void aTestThatEndsOtherwiseIsADifference() {
        round(4, PASSED, PASSED);
        assertThat(kinds.allAlike(4)).isFalse();
        assertThat(kinds.allAlike(3)).as("whoever is asked for").isFalse();
    }

    @Test
    void aTestThatTheFirstRoundDidNotHaveIsADifference() {
        kinds.ended(3, key("new"), PASSED, false);
        assertThat(kinds.allAlike(3)).isFalse();
    }

    @Test
    void twoTestsThatNothingTellsApartAreADoubt() {
        kinds.ended(1, ADDS, PASSED, false);
        assertThat(kinds.allAlike(3)).isFalse();
    }

    @Test
    void whatRunsAgainIsHeldAgainstTheFirstRoundToo() {
        kinds.ended(3, ADDS, PASSED, true);
        assertThat(kinds.allAlike(3)).isTrue();
        kinds.ended(3, FAILS, PASSED, true);
        assertThat(kinds.allAlike(3)).isFalse();
    }

    @Test
    void whatIsTriedAgainIsADoubtSinceOneKindOfWorkersMayHaveFailedAlone() {
        CollectedTest.Key tried = key("tried");
        Outcome skipped = new Outcome.Aborted("an assumption", Optional.empty());
        for (int round = 1; round <= 3; round++) {
            kinds.ended(round, tried, skipped, false);
        }
        assertThat(kinds.allAlike(3)).as("an assumption is none").isTrue();
        kinds.ended(3, tried, new Outcome.Aborted("", Optional.of(new Failure("AssertionError", "", ""))), true);
        assertThat(kinds.allAlike(3)).isFalse();
    }

    @Test
    void whereNobodyWillAskNothingIsKept() {
        KindWatch unasked = new KindWatch(false);
        unasked.ended(1, ADDS, PASSED, false);
        unasked.ended(2, ADDS, PASSED, false);
        assertThat(unasked.allAlike(2)).isFalse();
    }

    @Test
    void aWorkerThatDiedIsADoubt() {
        kinds.died();
        assertThat(kinds.allAlike(3)).isFalse();
    }

    static Stream<JournalEntry> doubts() {
        return Stream.of(
                new JournalEntry.MessageSeen("leak", ADDS.id(), 0),
                new JournalEntry.Problem("a resource could not be closed", 0),
                new JournalEntry.LeakFound("a connection", "", "shop.CartTest", true, 0),
                new JournalEntry.WorkerStopped("r2w1", List.of(), List.of(), "", 0),
                new JournalEntry.TestStarted(9, 2, ADDS.id(), "", List.of(), true, 0));
    }

    @ParameterizedTest
    @MethodSource("doubts")
    void whatOneKindOfWorkersMayTellAloneIsADoubt(JournalEntry entry) {
        kinds.told(entry);
        assertThat(kinds.allAlike(3)).isFalse();
    }

    @Test
    void whatBreaksNothingIsNone() {
        kinds.told(new JournalEntry.LeakFound("the thread 'pool-1'", "", "", false, 0));
        kinds.told(new JournalEntry.TestStarted(9, 2, ADDS.id(), "", List.of(), false, 0));
        assertThat(kinds.allAlike(3)).isTrue();
    }
}
