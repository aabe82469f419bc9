package io.github.surefoot.analysis.renewal;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.exception.FailureFingerprint;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;

/**
 * What two failures of a test have in common that come of the same. One that is otherwise where a fresh worker runs it is of
 * that worker, as for want of the classes that ran beside it.
 *
 * @param type the class name of what was thrown; the word of the outcome where nothing was
 * @param fingerprint what the message and the place have in common, see {@link FailureFingerprint}
 */
public record Symptom(String type, String fingerprint) {
    /** Returns that of an execution that failed. */
    public static Symptom of(Execution failed) {
        Outcome outcome = failed.outcome();
        return new Symptom(
                outcome.thrown().map(Failure::type).orElseGet(outcome::word),
                FailureFingerprint.of(outcome).orElse(""));
    }
}
