package io.github.surefoot.analysis.xml;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;

/**
 * An execution that did not pass, as Surefire's reports tell it.
 *
 * @param error whether it is an {@code error}, not a {@code failure}: no assertion was at work
 * @param type the class of what was thrown, or a word of Surefoot's own
 * @param message where it happened, and the message of what was thrown
 * @param stackTrace its stack trace; never empty
 */
record Incident(boolean error, String type, String message, String stackTrace) {

    static Incident of(Execution execution, int rounds) {
        String where = "Round " + execution.round() + " of " + rounds
                + (execution.worker().isEmpty() ? "" : " (worker " + execution.worker() + ")") + ": ";
        Outcome outcome = execution.outcome();
        if (outcome instanceof Outcome.Failed failed) {
            return thrown(false, where, failed.failure());
        } else if (outcome instanceof Outcome.Errored errored) {
            return thrown(true, where, errored.failure());
        } else if (outcome instanceof Outcome.Crashed crashed) {
            return new Incident(true, "surefoot.crashed", where + firstLine(crashed.how()), crashed.how());
        } else if (outcome instanceof Outcome.Hung hung) {
            return new Incident(true, "surefoot.hung", where + "stopped at its time limit", hung.stacks());
        } else if (outcome instanceof Outcome.NotRun notRun) {
            return new Incident(true, "surefoot.notRun", where + "not run, " + notRun.reason(), notRun.reason());
        }
        throw new IllegalArgumentException("Nothing is wrong with " + outcome);
    }

    private static Incident thrown(boolean error, String where, Failure failure) {
        String trace =
                failure.stackTrace().isEmpty() ? failure.type() + ": " + failure.message() : failure.stackTrace();
        return new Incident(error, failure.type(), where + failure.message(), trace);
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
