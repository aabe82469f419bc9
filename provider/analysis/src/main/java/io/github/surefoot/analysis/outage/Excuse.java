package io.github.surefoot.analysis.outage;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.Outcome;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What is not to be held against tests.
 *
 * @param covers the executions of which failures say nothing
 * @param why the reason, the beginning of a sentence
 */
record Excuse(Predicate<Execution> covers, String why) {

    /** Returns a test in which nothing that failed in these executions counts. */
    TestEvidence of(TestEvidence test) {
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
        return test.each(execution -> covers.test(execution) ? execution.with(by.apply(execution)) : execution);
    }

    private String reason(Execution execution) {
        String headline = execution.headline();
        return why
                + (execution.outcome() instanceof Outcome.NotRun notRun
                        ? "did not run: " + notRun.reason()
                        : execution.outcome().word() + (headline.isEmpty() ? "" : ": " + headline));
    }
}
