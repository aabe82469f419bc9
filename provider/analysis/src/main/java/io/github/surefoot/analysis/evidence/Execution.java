package io.github.surefoot.analysis.evidence;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;

/**
 * One test in one round.
 *
 * @param round from 1
 * @param worker the label of the worker that ran it, e.g. {@code r2w1}; empty if none did
 * @param outcome how it ended; of a test that its framework tried again, how its first attempt did
 * @param startedAt when, in milliseconds since the epoch; 0 if it did not start
 * @param millis how long it took, all attempts together, in milliseconds, not below 0; up to the last sign of life if
 *     its worker died
 * @param passedOnAttempt which attempt passed, if its framework tried it again until one did, from 2; 0 if none had to
 */
public record Execution(int round, String worker, Outcome outcome, long startedAt, long millis, int passedOnAttempt) {

    /** An execution of one attempt. */
    public Execution(int round, String worker, Outcome outcome, long startedAt, long millis) {
        this(round, worker, outcome, startedAt, millis, 0);
    }

    /** Returns the same execution, ended otherwise. */
    public Execution with(Outcome other) {
        return new Execution(round, worker, other, startedAt, millis, passedOnAttempt);
    }

    /** Returns what the test threw, on one line, or how its worker died; empty if there was nothing of the kind. */
    public String headline() {
        return outcome instanceof Outcome.Crashed crashed
                ? crashed.how()
                : outcome.thrown().map(Failure::headline).orElse("");
    }

    /** Returns the execution of a test that did not run in a round, and stands for it. */
    public static Execution none(int round, Outcome outcome) {
        return new Execution(round, "", outcome, 0, 0);
    }
}
