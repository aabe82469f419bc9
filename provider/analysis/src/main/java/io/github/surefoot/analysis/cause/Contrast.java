package io.github.surefoot.analysis.cause;

/**
 * A circumstance, and in how many rounds it was so when a test failed, and when it passed.
 *
 * @param circumstance the circumstance
 * @param failedWith in how many of the failing rounds it was so
 * @param failed how many rounds failed
 * @param passedWith in how many of the passing rounds it was so
 * @param passed how many rounds passed
 */
public record Contrast(Circumstance circumstance, int failedWith, int failed, int passedWith, int passed) {

    /** Returns the counts for a sentence that began with what was so. */
    public String counts() {
        return "in " + failedWith + " of " + failed + (failed == 1 ? " round" : " rounds")
                + " in which it failed, and in " + passedWith + " of " + passed + " in which it passed";
    }

    /** Tells whether the circumstance alone tells failing rounds from passing ones. */
    boolean isPerfect() {
        return failedWith == failed && passedWith == 0;
    }

    /** Tells whether the counts are the same, so that nothing tells this circumstance from the other. */
    boolean ties(Contrast other) {
        return failedWith == other.failedWith
                && failed == other.failed
                && passedWith == other.passedWith
                && passed == other.passed;
    }
}
