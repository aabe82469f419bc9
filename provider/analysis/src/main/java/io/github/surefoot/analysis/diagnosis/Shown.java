package io.github.surefoot.analysis.diagnosis;

/**
 * How often a test failed under the same conditions.
 *
 * @param runs how often it was run
 * @param failed how often it failed
 */
public record Shown(int runs, int failed) {
    /** Nothing yet. */
    public static final Shown NOTHING = new Shown(0, 0);

    /** Returns this and one run more. */
    public Shown plus(boolean failure) {
        return new Shown(runs + 1, failed + (failure ? 1 : 0));
    }

    /** Returns both together. */
    public Shown plus(Shown other) {
        return new Shown(runs + other.runs, failed + other.failed);
    }

    /** Tells whether there was a run, and all failed. */
    public boolean always() {
        return runs > 0 && failed == runs;
    }

    /** Tells whether there was a run, and none failed. */
    public boolean never() {
        return runs > 0 && failed == 0;
    }

    /** Tells whether some failed and some did not. */
    public boolean isMixed() {
        return failed > 0 && failed < runs;
    }

    /** Returns the share of runs that failed; 0 without any. */
    public double rate() {
        return runs == 0 ? 0 : (double) failed / runs;
    }

    @Override
    public String toString() {
        return failed + " of " + runs;
    }
}
