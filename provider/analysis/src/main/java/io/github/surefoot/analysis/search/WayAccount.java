package io.github.surefoot.analysis.search;

/**
 * What a way has found in a search, and for how much: where the next one begins.
 *
 * @param finds how many flaky tests
 * @param seconds how many seconds of CPU time its trials took
 */
public record WayAccount(double finds, double seconds) {
    /** Nothing yet. */
    public static final WayAccount NOTHING = new WayAccount(0, 0);

    WayAccount plus(WayAccount more) {
        return new WayAccount(finds + more.finds, seconds + more.seconds);
    }
}
