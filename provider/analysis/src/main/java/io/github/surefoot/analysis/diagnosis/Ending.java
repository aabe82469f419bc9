package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.core.probe.StateChange;
import java.util.List;

/**
 * How the test of a probe ended, the last time it ran there.
 *
 * @param result in one word
 * @param failure the type of what was thrown, or how its JVM ended; empty if it did not fail
 * @param changes what was otherwise before it than before all that ran ahead of it, if the probe looked
 */
public record Ending(Result result, String failure, List<StateChange> changes) {
    /** Copies the list. */
    public Ending {
        changes = List.copyOf(changes);
    }

    /** The words for it. */
    public enum Result {
        /** It passed. */
        PASSED,
        /** It failed, or its JVM died or hung in it. */
        FAILED,
        /** It was skipped, or not found: that says nothing. */
        ABSENT
    }

    /** Returns that of a test that passed. */
    public static Ending passed() {
        return new Ending(Result.PASSED, "", List.of());
    }

    /** Returns that of a test that failed. */
    public static Ending failed(String failure) {
        return new Ending(Result.FAILED, failure, List.of());
    }

    /** Returns that of a test that did not run. */
    public static Ending absent() {
        return new Ending(Result.ABSENT, "", List.of());
    }

    /** Returns the same with what was otherwise. */
    public Ending with(List<StateChange> seen) {
        return new Ending(result, failure, seen);
    }
}
