package io.github.surefoot.analysis.search;

/**
 * What a way has found, and for how much.
 *
 * @param finds how many flaky tests; of old ones a part counts
 * @param seconds how many seconds of CPU time it took: none is forgotten, or what finds nothing would have its first chance
 *     over and over
 */
public record WayAccount(double finds, double seconds) {
    /** After so much CPU time of its own, what a way had found counts 1/e. */
    private static final double MEMORY_SECONDS = 30;

    /** Nothing yet. */
    public static final WayAccount NOTHING = new WayAccount(0, 0);

    /** Returns this and what has come to it. */
    WayAccount plus(int found, double spent) {
        double kept = Math.exp(-spent / MEMORY_SECONDS);
        return new WayAccount(finds * kept + found, seconds + spent);
    }

    /**
     * Returns how many finds a second are to be hoped for. Each way is granted some in its first second, so that none is
     * given up before it had a chance, and a dear one not before a cheap one had as much time.
     *
     * @param granted how many, above 0
     */
    double hope(double granted) {
        return (finds + granted) / (seconds + 1);
    }
}
