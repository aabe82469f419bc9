package io.github.surefoot.analysis.search;

/**
 * What a way has found, and for how much.
 *
 * @param finds how many flaky tests; of old ones a part counts
 * @param seconds how many seconds of CPU time it took; of old ones a part counts
 */
public record WayAccount(double finds, double seconds) {
    /** After so much CPU time of its own, what a way had found counts 1/e. */
    private static final double MEMORY_SECONDS = 30;

    /** Nothing yet. */
    public static final WayAccount NOTHING = new WayAccount(0, 0);

    /** Returns this and what has come to it. */
    WayAccount plus(int found, double spent) {
        double kept = Math.exp(-spent / MEMORY_SECONDS);
        return new WayAccount(finds * kept + found, seconds * kept + spent);
    }

    /**
     * Returns how many finds a second are to be hoped for. Each way is granted one in its first second, so that none is
     * given up before it had a chance, and a dear one not before a cheap one had as much time.
     */
    double hope() {
        return (finds + 1) / (seconds + 1);
    }
}
