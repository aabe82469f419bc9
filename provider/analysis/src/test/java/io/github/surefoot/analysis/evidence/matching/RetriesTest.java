package io.github.surefoot.analysis.evidence.matching;

import static io.github.surefoot.analysis.evidence.matching.RunScript.AGAIN;
import static io.github.surefoot.analysis.evidence.matching.RunScript.FAILED;
import static io.github.surefoot.analysis.evidence.matching.RunScript.NO_NETWORK;
import static io.github.surefoot.analysis.evidence.matching.RunScript.PASSED;
import static io.github.surefoot.analysis.evidence.matching.RunScript.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetriesTest {
    private static final String PIONEER =
            "[engine:junit-jupiter]/[class:C]/[test-template:r()]/[test-template-invocation:#";
    private static final String TESTNG = "[engine:testng]/[class:C]/[method:r()]/[invoc:";

    @TempDir
    Path dir;

    @Test
    void theFirstAttemptCountsAndTheSecondIsNoTestOfItsOwn() throws IOException {
        Evidence evidence = rows(3, PIONEER, 1, List.of(AGAIN, PASSED), List.of(AGAIN, PASSED), List.of(AGAIN, PASSED));

        assertThat(table(evidence)).containsExactly("C.r()[1]: errored@2 errored@2 errored@2");
        assertThat(evidence.findings()).isEmpty();
        Execution first = evidence.tests().get(0).executions().get(0);
        assertThat(first.headline()).isEqualTo("IllegalStateException: not yet");
        assertThat(first.millis()).isEqualTo(20);
    }

    @Test
    void aNumberOfAttemptsThatVariesIsTheRetry() throws IOException {
        Evidence evidence = rows(3, TESTNG, 0, List.of(AGAIN, AGAIN, PASSED), List.of(PASSED), List.of(AGAIN, PASSED));

        assertThat(table(evidence)).containsExactly("C.r()[0]: errored@3 passed errored@2");
        assertThat(evidence.findings()).isEmpty();
    }

    @Test
    void attemptsThatFailToTheLastAreOneFailure() throws IOException {
        Evidence evidence = rows(2, PIONEER, 1, List.of(AGAIN, FAILED), List.of(PASSED));

        assertThat(table(evidence)).containsExactly("C.r()[1]: errored passed");
        assertThat(evidence.findings()).isEmpty();
    }

    @Test
    void rowsBehindOneThatWasTriedAgainKeepTheirPlace() throws IOException {
        Evidence evidence = rows(
                2,
                TESTNG,
                0,
                List.of(PASSED, AGAIN, PASSED, AGAIN, PASSED, FAILED),
                List.of(PASSED, PASSED, PASSED, FAILED));

        assertThat(table(evidence))
                .containsExactly(
                        "C.r()[0]: passed passed",
                        "C.r()[1]: errored@2 passed",
                        "C.r()[2]: errored@2 passed",
                        "C.r()[3]: errored errored");
        assertThat(evidence.findings()).isEmpty();
    }

    @Test
    void anAssertionThatFailedAtFirstIsAFailure() throws IOException {
        Outcome again = new Outcome.Aborted(
                "", Optional.of(new Failure("org.opentest4j.AssertionFailedError", "expected", "")));
        Evidence evidence = rows(1, PIONEER, 1, List.of(again, PASSED));

        assertThat(table(evidence)).containsExactly("C.r()[1]: failed@2");
    }

    @Test
    void aRowWhoseOwnAssumptionDoesNotHoldIsNoAttempt() throws IOException {
        Evidence evidence = rows(2, PIONEER, 1, List.of(NO_NETWORK, PASSED), List.of(NO_NETWORK, PASSED));

        assertThat(table(evidence)).containsExactly("C.r()[1]: aborted aborted", "C.r()[2]: passed passed");
    }

    @Test
    void whatIsAbortedToTheEndWasNotTriedAgain() throws IOException {
        Evidence evidence = rows(1, TESTNG, 0, List.of(AGAIN, AGAIN), List.of());

        assertThat(table(evidence)).containsExactly("C.r()[0]: aborted", "C.r()[1]: aborted");
    }

    @Test
    void aRowOfJUnit4IsNoAttempt() throws IOException {
        Evidence evidence = rows(1, "[engine:junit-vintage]/[runner:C]/[test:", 0, List.of(AGAIN, PASSED));

        assertThat(table(evidence)).containsExactly("C.r()[0]: aborted", "C.r()[1]: passed");
    }

    @Test
    void anEngineWithoutIdentifiersIsUnderstoodByItsNames() throws IOException {
        RunScript script = new RunScript(dir, 1);
        for (int attempt = 1; attempt <= 10; attempt++) {
            script.test(1, "C", new TestId("C", "r()[" + attempt + "]"), "", attempt == 10 ? PASSED : AGAIN);
        }
        script.test(1, "C", new TestId("C", "r"), "", PASSED);

        assertThat(table(script.read())).containsExactly("C.r: passed", "C.r()[1]: errored@10");
    }

    @Test
    void anAttemptBehindWhichNothingCountsWasNotTriedAgain() throws IOException {
        Evidence evidence = rows(
                2, PIONEER, 1, List.of(AGAIN, NO_NETWORK, PASSED), List.of(AGAIN, new Outcome.Skipped(""), PASSED));

        assertThat(table(evidence))
                .containsExactly("C.r()[1]: aborted aborted", "C.r()[2]: aborted skipped", "C.r()[3]: passed passed");
    }

    @Test
    void attemptsAreInTheOrderOfTheirIdentifiersWhateverTheirNames() {
        CollectedTest second = Collected.test("C", new TestId("C", "r()[3]"), PIONEER + "2]", PASSED);
        CollectedTest first = Collected.test("C", new TestId("C", "r()[9]"), PIONEER + "1]", AGAIN);

        assertThat(Retries.folded(List.of(second, first), 1)).singleElement().satisfies(test -> {
            assertThat(test.key()).isEqualTo(first.key());
            assertThat(test.in(1)).isEqualTo(new Execution(1, "r1w1", FAILED, 1, 2, 2));
        });
    }

    @Test
    void attemptsOfOneNumberAreInTheOrderOfTheirIdentifiers() {
        TestId name = new TestId("C", "r()[1]");
        String path = "[engine:e]/[class:C]/[method:";
        CollectedTest second = Collected.test("C", name, path + "b]", PASSED);
        CollectedTest first = Collected.test("C", name, path + "a]", AGAIN);

        assertThat(Retries.folded(List.of(second, first), 1))
                .singleElement()
                .extracting(CollectedTest::key)
                .isEqualTo(first.key());
    }

    @Test
    void theNextInvocationOfAnotherTestIsNoAttempt() {
        CollectedTest aborted = Collected.test("C", new TestId("C", "r()[1]"), PIONEER + "1]", AGAIN);
        CollectedTest ofAnother =
                Collected.test("C", new TestId("C", "q()[2]"), PIONEER.replace("r()", "q()") + "2]", PASSED);
        CollectedTest unnamed = Collected.test("C", new TestId("C", "r()[1]"), "", AGAIN);
        CollectedTest ofAnotherClass = Collected.test("D", new TestId("D", "r()[2]"), "", PASSED);

        assertThat(Retries.folded(List.of(aborted, ofAnother, unnamed, ofAnotherClass), 1))
                .extracting(CollectedTest::key)
                .containsExactlyInAnyOrder(aborted.key(), ofAnother.key(), unnamed.key(), ofAnotherClass.key());
    }

    @SafeVarargs
    private Evidence rows(int rounds, String path, int from, List<Outcome>... outcomes) throws IOException {
        RunScript script = new RunScript(dir, rounds);
        for (int round = 1; round <= rounds; round++) {
            int number = from;
            for (Outcome outcome : outcomes[round - 1]) {
                script.test(round, "C", new TestId("C", "r()[" + number + "]"), path + number + "]", outcome);
                number++;
            }
        }
        return script.read();
    }
}
