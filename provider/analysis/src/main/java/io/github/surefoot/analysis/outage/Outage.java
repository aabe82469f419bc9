package io.github.surefoot.analysis.outage;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.Outcome;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What failed at once, and is not to be held against the tests.
 *
 * @param what what was down: the round, or the shard
 * @param rounds in which rounds
 * @param tests the tests that it met
 * @param sentence what is told of it
 */
record Outage(String what, Set<Integer> rounds, Predicate<TestEvidence> tests, String sentence) {
    static final String ROUND = "round";
    static final String SHARD = "shard";

    private boolean covers(TestEvidence test, Execution execution) {
        return rounds.contains(execution.round()) && tests.test(test);
    }

    /** Returns a test in which nothing that failed in the outage counts. */
    TestEvidence excused(TestEvidence test) {
        TestEvidence excused = replaced(
                test,
                execution -> RoundOfTests.failed(execution.outcome())
                        ? new Outcome.NotRun(reason(execution))
                        : execution.outcome());
        // With no execution left that says anything, it would be taken for one that never passed.
        return excused.executions().stream()
                        .anyMatch(execution -> execution.outcome().counts())
                ? excused
                : replaced(
                        test,
                        execution -> RoundOfTests.counts(execution.outcome())
                                ? new Outcome.Aborted(reason(execution))
                                : execution.outcome());
    }

    private TestEvidence replaced(TestEvidence test, Function<Execution, Outcome> by) {
        return test.with(test.executions().stream()
                .map(execution -> covers(test, execution) ? execution.with(by.apply(execution)) : execution)
                .toList());
    }

    private String reason(Execution execution) {
        String headline = execution.headline();
        return "Its " + what + " was an outage, in which it "
                + (execution.outcome() instanceof Outcome.NotRun notRun
                        ? "did not run: " + notRun.reason()
                        : execution.outcome().word() + (headline.isEmpty() ? "" : ": " + headline));
    }
}
