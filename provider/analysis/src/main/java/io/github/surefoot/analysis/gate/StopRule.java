package io.github.surefoot.analysis.gate;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.Leak;
import java.math.BigDecimal;
import java.util.List;

/**
 * Finds out whether the rounds that are left can still change the verdict. Only {@code broken} is ever certain before
 * the last round: until then another worker may die or a forbidden message occur, and a test that looks broken may
 * pass. That it will not be {@code held} may be certain before.
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

    /** Tells whether the verdict will be broken, or not held if that is enough, even if everything passes from now on. */
    boolean isDecided() {
        return isBeyondMend() || isDecidedByTests();
    }

    /**
     * Tells whether what tests have shown decides it. While workers still run, that is all that can be told: of one that
     * is at work nobody knows whether it will end well.
     */
    boolean isDecidedByTests() {
        return fallsShortAtBest() || cannotBeHeld();
    }

    /** Returns how many rounds are to be thought of as passed by a verdict that did not wait for them. */
    int givenRounds() {
        return settings.stop() == StopWhen.NOT_HELD ? remainingRounds() : 0;
    }

    private boolean cannotBeHeld() {
        return settings.stop() == StopWhen.NOT_HELD
                && evidence.rounds().size() >= StopWhen.LEAST_ROUNDS
                && settings.confidence().filter(this::isUnprovableAtBest).isPresent();
    }

    private boolean isUnprovableAtBest(BigDecimal confidence) {
        int left = remainingRounds();
        return switch (settings.gate()) {
            case TEST ->
                tests.stream()
                        .map(TestResult::proof)
                        .distinct()
                        .anyMatch(proof -> isUnprovable(proof, left, confidence));
            case RUN -> isUnprovable(rates.runProof(), left, confidence);
            case EXECUTION -> isUnprovable(rates.executionProof(), (long) tests.size() * left, confidence);
        };
    }

    /** What never counted yet, as a test that is always skipped, proves nothing and need not. */
    private boolean isUnprovable(Tally proof, long left, BigDecimal confidence) {
        return proof.counted() > 0
                && LowerBound.of(proof.plusPassed(left), confidence).compareTo(settings.threshold()) < 0;
    }

    private boolean isBeyondMend() {
        return evidence.findings().stream().map(Finding::kind).anyMatch(Finding.Kind::breaks)
                || !evidence.messages().isEmpty()
                || evidence.problems().stream().anyMatch(problem -> !problem.isOutside())
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
