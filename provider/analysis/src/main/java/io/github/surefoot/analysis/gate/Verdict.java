package io.github.surefoot.analysis.gate;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What the gate says of a run.
 *
 * @param state held, broken or insufficient
 * @param reasons why it is not held, the gravest first; empty if it is
 * @param settings the rule that was applied
 * @param rates the measures of all tests
 * @param categories the measures of each category that has tests, by name
 * @param tests all tests, by class and name
 * @param plannedRounds how many rounds were planned
 * @param completedRounds how many were done from beginning to end
 * @param earlyStop why fewer were done, if the verdict was decided before
 */
public record Verdict(
        State state,
        List<Reason> reasons,
        GateSettings settings,
        Rates rates,
        Map<String, Rates> categories,
        List<TestResult> tests,
        int plannedRounds,
        int completedRounds,
        Optional<EarlyStop> earlyStop) {
    private static final Comparator<TestResult> WORST_FIRST = Comparator.comparing(
                    TestResult::tally, Tally::compareRate)
            .thenComparing(test -> test.tally().failed(), Comparator.reverseOrder())
            .thenComparing(TestResult::evidence);

    /** Copies the collections. */
    public Verdict {
        reasons = List.copyOf(reasons);
        tests = List.copyOf(tests);
    }

    /** The three verdicts. */
    public enum State {
        /** The suite is as reliable as it must be. */
        HELD,
        /** It is not. */
        BROKEN,
        /** Too little is known to say. */
        INSUFFICIENT;

        /** Returns the word for it in {@code verdict.json}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Rounds were left out, since the verdict could not change any more.
     *
     * @param afterRound the last round that was run
     * @param savedExecutions how many executions that saved
     */
    public record EarlyStop(int afterRound, long savedExecutions) {}

    /** Tells whether the build may pass. */
    public boolean isHeld() {
        return state == State.HELD;
    }

    /** Returns the same with its reasons in other words. */
    public Verdict reworded(UnaryOperator<String> words) {
        List<Reason> other = reasons.stream()
                .map(reason -> new Reason(reason.kind(), words.apply(reason.text()), reason.test()))
                .toList();
        return new Verdict(state, other, settings, rates, categories, tests, plannedRounds, completedRounds, earlyStop);
    }

    /** Returns the tests that failed at least once, the least reliable first. */
    public List<TestResult> worst() {
        return tests.stream()
                .filter(test -> test.tally().failed() > 0)
                .sorted(WORST_FIRST)
                .toList();
    }
}
