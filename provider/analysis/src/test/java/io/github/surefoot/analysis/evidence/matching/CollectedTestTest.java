package io.github.surefoot.analysis.evidence.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CollectedTestTest {
    private static final int MOST_STACK_TRACES = 8;
    private static final TestId ADDS = new TestId("CartTest", "adds");
    private static final Failure FAILURE = failure("m");
    private static final List<Outcome> WORST_FIRST = List.of(
            new Outcome.Crashed("exit code 3"),
            new Outcome.Hung(""),
            new Outcome.Errored(FAILURE),
            new Outcome.Failed(FAILURE),
            new Outcome.Passed(),
            new Outcome.Aborted("no network"),
            new Outcome.Skipped(""),
            new Outcome.NotRun(""));

    @Test
    void ofTwoExecutionsInOneRoundTheWorseIsKept() {
        for (Outcome worse : WORST_FIRST) {
            for (Outcome better : WORST_FIRST.subList(WORST_FIRST.indexOf(worse), WORST_FIRST.size())) {
                assertThat(ofOneRound(worse, better)).isEqualTo(worse);
                assertThat(ofOneRound(better, worse)).isEqualTo(worse);
            }
        }
    }

    @Test
    void ofTwoExecutionsThatAreEquallyBadTheFirstIsKept() {
        Outcome first = new Outcome.Failed(failure("first"));
        Outcome second = new Outcome.Failed(failure("second"));

        assertThat(ofOneRound(first, second)).isEqualTo(first);
    }

    @Test
    void whatIsKnownOfAnExecutionIsKept() {
        CollectedTest test = test("");
        Execution retried = new Execution(2, "r2w1", new Outcome.Failed(FAILURE), 17, 4, 3);

        test.record(retried);

        assertThat(test.in(2)).isEqualTo(retried);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 9})
    void roundsMayComeInAnyOrderAndBeMissing(int round) {
        CollectedTest test = test("");
        Execution execution = execution(round, new Outcome.Passed());

        test.record(execution);

        for (int other = 1; other <= 20; other++) {
            assertThat(test.in(other)).isEqualTo(other == round ? execution : null);
        }
        assertThat(test.wasSeen(round)).isTrue();
        assertThat(test.wasSeen(round - 1)).isFalse();
        test.record(execution(1, new Outcome.Failed(FAILURE)));
        assertThat(test.in(1)).isEqualTo(execution(1, new Outcome.Failed(FAILURE)));
    }

    @Test
    void outcomesThatAreAllTheSameAreOneObject() {
        CollectedTest test = test("");

        test.record(execution(1, new Outcome.Failed(failure("m"))));
        test.record(execution(2, new Outcome.Failed(failure("m"))));
        test.record(execution(3, new Outcome.Passed()));
        test.record(execution(4, new Outcome.Errored(failure("m"))));

        assertThat(outcome(test, 2)).isSameAs(outcome(test, 1));
        assertThat(outcome(test, 3)).isEqualTo(new Outcome.Passed());
        assertThat(((Outcome.Errored) outcome(test, 4)).failure())
                .isSameAs(((Outcome.Failed) outcome(test, 1)).failure());
    }

    @Test
    void ofManyDifferentFailuresTheFirstKeepTheirStackTraces() {
        CollectedTest test = test("");
        for (int round = 1; round <= MOST_STACK_TRACES + 1; round++) {
            test.record(execution(round, new Outcome.Failed(failure("round " + round))));
        }

        assertThat(outcome(test, MOST_STACK_TRACES))
                .isEqualTo(new Outcome.Failed(failure("round " + MOST_STACK_TRACES)));
        assertThat(outcome(test, MOST_STACK_TRACES + 1)).isEqualTo(new Outcome.Failed(new Failure("E", "round 9", "")));
    }

    @Test
    void aFailureThatIsSeenAgainTakesNoRoomFromAnother() {
        CollectedTest test = test("");
        for (int round = 1; round <= MOST_STACK_TRACES; round++) {
            test.record(execution(round, new Outcome.Failed(failure("always the same"))));
        }

        test.record(execution(9, new Outcome.Failed(failure("another"))));

        assertThat(outcome(test, 9)).isEqualTo(new Outcome.Failed(failure("another")));
    }

    @Test
    void stackTracesOfErrorsAndOfAttemptsAreBoundedToo() {
        CollectedTest test = test("");
        for (int round = 1; round <= MOST_STACK_TRACES; round++) {
            test.record(execution(round, new Outcome.Failed(failure("round " + round))));
        }
        Failure another = failure("another");
        Failure head = new Failure("E", "another", "");

        test.record(execution(10, new Outcome.Errored(another)));
        test.record(execution(11, new Outcome.Aborted("once more", Optional.of(another))));
        test.record(execution(12, new Outcome.Aborted("no network")));

        assertThat(outcome(test, 10)).isEqualTo(new Outcome.Errored(head));
        assertThat(outcome(test, 11)).isEqualTo(new Outcome.Aborted("once more", Optional.of(head)));
        assertThat(outcome(test, 12)).isEqualTo(new Outcome.Aborted("no network"));
    }

    @Test
    void onlyAnAbortedExecutionThatFailedHidesAFailure() {
        CollectedTest test = test("");
        test.record(execution(2, new Outcome.Aborted("no network")));
        test.record(execution(3, new Outcome.Failed(FAILURE)));
        assertThat(test.hidesFailures()).isFalse();

        test.record(execution(4, new Outcome.Aborted("once more", Optional.of(FAILURE))));
        assertThat(test.hidesFailures()).isTrue();
    }

    @Test
    void theSameTestWithoutExecutionsKeepsWhoItIs() {
        CollectedTest test = test("[engine:junit-jupiter]/[class:CartTest]/[method:adds()]");
        test.record(execution(1, new Outcome.Passed()));

        CollectedTest empty = test.withoutExecutions();

        assertThat(empty.key()).isEqualTo(test.key());
        assertThat(empty.tags()).containsExactly("slow");
        assertThat(empty.owner()).isEqualTo("Taken");
        assertThat(empty.in(1)).isNull();
        assertThat(empty.wasSeen(1)).isFalse();
    }

    @Test
    void theClassThatWasTakenUpTellsTestsApartOnlyWhereThereIsNoIdentifier() {
        assertThat(CollectedTest.Key.of(ADDS, "", "Taken").owner()).isEqualTo("Taken");
        assertThat(CollectedTest.Key.of(ADDS, "[engine:e]", "Taken").owner()).isEmpty();
    }

    @Test
    void aTestBelongsToItsClassesAndAClassToTheOneThatWasTakenUp() {
        String ofClass = "[engine:junit-jupiter]/[class:CartTest]";

        assertThat(test(ofClass + "/[method:adds()]").belongsTo()).isEqualTo(UniqueIdPath.of(ofClass));
        assertThat(test("").belongsTo().isEmpty()).isTrue();
        assertThat(new CollectedTest(
                                CollectedTest.Key.of(new TestId("CartTest", ""), ofClass, "Taken"),
                                List.of(),
                                "Taken",
                                new StackBudget())
                        .belongsTo())
                .isEqualTo(UniqueIdPath.ofClass("Taken"));
    }

    private static Outcome ofOneRound(Outcome first, Outcome second) {
        CollectedTest test = test("");
        test.record(execution(1, first));
        test.record(execution(1, second));
        return outcome(test, 1);
    }

    private static Outcome outcome(CollectedTest test, int round) {
        return Optional.ofNullable(test.in(round)).orElseThrow().outcome();
    }

    private static CollectedTest test(String uniqueId) {
        return new CollectedTest(
                CollectedTest.Key.of(ADDS, uniqueId, "Taken"), List.of("slow"), "Taken", new StackBudget());
    }

    private static Execution execution(int round, Outcome outcome) {
        return new Execution(round, "r" + round + "w1", outcome, round, 1);
    }

    private static Failure failure(String message) {
        return new Failure("E", message, "at CartTest");
    }
}
