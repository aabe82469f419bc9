package io.github.surefoot.analysis.gate;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.Leak;
import java.util.List;

/**
 * Finds out whether the rounds that are left can still change the verdict. Only {@code broken} is ever certain before
 * the last round: until then another worker may die or a forbidden message occur, and a test that looks broken may
 * pass.
 */
final class StopRule {
    private final Evidence evidence;
    private final List<TestResult> tests;
    private final Rates rates;
    private final GateSettings settings;

    StopRule(Evidence evidence, List<TestResult> tests, Rates rates, GateSettings settings) {
        this.evidence = evidence;
        this.tests = tests;
        this.rates = rates;
        this.settings = settings;
    }

    int remainingRounds() {
        return Math.max(0, evidence.run().plannedRounds() - evidence.rounds().size());
    }

    /** Returns how many executions the remaining rounds would have, if they are like those before. */
    long remainingExecutions() {
        long perRound = tests.stream().filter(t -> !t.evidence().container()).count();
        return perRound * remainingRounds();
    }

    /** Tells whether the verdict will be broken even if everything passes from now on. */
    boolean isDecided() {
        return isBeyondMend() || fallsShortAtBest();
    }

    private boolean isBeyondMend() {
        return evidence.findings().stream().map(Finding::kind).anyMatch(Finding.Kind::breaks)
                || !evidence.messages().isEmpty()
                || !evidence.problems().isEmpty()
                || evidence.leaks().stream().anyMatch(Leak::fatal);
    }

    private boolean fallsShortAtBest() {
        int left = remainingRounds();
        return switch (settings.gate()) {
            case TEST -> tests.stream().map(TestResult::tally).distinct().anyMatch(t -> fallsShort(t.plusPassed(left)));
            case RUN -> fallsShort(rates.run().plusPassed(left));
            // An entry for a whole class may become known in a later round only, but it then brings a failure.
            case EXECUTION -> fallsShort(rates.execution().plusPassed((long) tests.size() * left));
        };
    }

    private boolean fallsShort(Tally tally) {
        return !tally.reaches(settings.threshold());
    }
}
