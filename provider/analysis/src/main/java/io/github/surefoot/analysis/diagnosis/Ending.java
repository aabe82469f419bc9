package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.core.probe.StateChange;
import java.util.List;

/**
 * How the test of a probe ended, the last time it ran there.
 *
 * @param result in one word
 * @param failure the type of what was thrown, or how its JVM ended; empty if it did not fail
 * @param changes what was otherwise before it than before all that ran ahead of it, if the probe looked
 * @param repeated what is known of its runs, if it ran several times
 * @param jvm the number of the JVM that it ran in, from 1: no other probe in another one has it; 0 if that is not known
 */
public record Ending(Result result, String failure, List<StateChange> changes, Repeated repeated, int jvm) {
    /** Copies the list. */
    public Ending {
        changes = List.copyOf(changes);
    }

    /** That of a probe that ran once, wherever. */
    private Ending(Result result, String failure) {
        this(result, failure, List.of(), Repeated.ONCE, 0);
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
        return new Ending(Result.PASSED, "");
    }

    /** Returns that of a test that failed. */
    public static Ending failed(String failure) {
        return new Ending(Result.FAILED, failure);
    }

    /** Returns that of a test that did not run. */
    public static Ending absent() {
        return new Ending(Result.ABSENT, "");
    }

    /** Returns the same with what was otherwise. */
    public Ending with(List<StateChange> seen) {
        return new Ending(result, failure, seen, repeated, jvm);
    }

    /** Returns the same of a probe that ran several times, which is how the last of them ended. */
    public Ending repeated(Repeated runs) {
        return new Ending(result, failure, changes, runs, jvm);
    }

    /** Returns the same of a probe that ran in the JVM of this number. */
    public Ending in(int number) {
        return new Ending(result, failure, changes, repeated, number);
    }
}
