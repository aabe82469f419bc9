package io.github.surefoot.analysis.diagnosis;

/**
 * How the test of a probe ended, the last time it ran there.
 *
 * @param result in one word
 * @param failure the type of what was thrown, or how its JVM ended; empty if it did not fail
 */
public record Ending(Result result, String failure) {

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
}
