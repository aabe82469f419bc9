package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;

/**
 * An execution as a worker has journalled it.
 *
 * @param unit the test
 * @param round in which round
 * @param place how many units had begun before it in its JVM
 * @param outcome how it ended
 */
record JournalledTest(ProbeUnit unit, int round, int place, Outcome outcome) {

    boolean failed() {
        return outcome.countsAgainstTheTest();
    }

    boolean passed() {
        return outcome instanceof Outcome.Passed;
    }

    /** Returns what those have in common that fail for one reason, as far as a failure alone tells. */
    String likeness() {
        return outcome.thrown()
                .map(failure -> failure.type() + ": " + failure.reason())
                .orElse(outcome.word());
    }

    /** Returns the type of what it threw; empty if it threw nothing. */
    String failureType() {
        return outcome.thrown().map(Failure::type).orElse("");
    }
}
