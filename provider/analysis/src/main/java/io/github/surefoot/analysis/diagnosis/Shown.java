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
    Shown plus(boolean failure) {
        return new Shown(runs + 1, failed + (failure ? 1 : 0));
    }

    /** Returns both together. */
    Shown plus(Shown other) {
        return new Shown(runs + other.runs, failed + other.failed);
    }

    boolean always() {
        return runs > 0 && failed == runs;
    }

    boolean never() {
        return runs > 0 && failed == 0;
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
