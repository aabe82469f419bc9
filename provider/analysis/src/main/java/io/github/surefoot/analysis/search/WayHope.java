package io.github.surefoot.analysis.search;

/**
 * What is to be hoped for of a way, by what it has brought of late.
 *
 * @param news how many tests failed in its trials that had not before; of old ones a part counts
 * @param recent how many seconds of CPU time its trials took, of old ones the same part
 * @param seconds how many they took at all: none is forgotten, or what finds nothing would have its first chance over and over
 * @param found how many failed in them at all
 */
record WayHope(double news, double recent, double seconds, double found) {
    /** After so much CPU time of its own, what a way had brought counts 1/e: news soon dry up, and then others are better. */
    private static final double MEMORY_SECONDS = 2;

    /** Trials may be long: of what the one before brought so much is forgotten at most, as an exponent of e. */
    private static final double MOST_FORGOTTEN = 0.5;

    /** Returns that of a way of which an earlier search tells something. */
    static WayHope of(WayAccount before) {
        return new WayHope(before.finds(), before.seconds(), before.seconds(), before.finds());
    }

    /** Returns this and what has come to it. */
    WayHope plus(int more, double spent) {
        double kept = Math.exp(-Math.min(spent / MEMORY_SECONDS, MOST_FORGOTTEN));
        return new WayHope(news * kept + more, recent * kept + spent, seconds + spent, found + more);
    }

    /**
     * Returns how many finds a second are to be hoped for: as many as of late, and some more as long as the way has had
     * little time. So none is given up before it had a chance, and a dear one not before a cheap one had as much time. What
     * was granted and has come is not to be hoped for again: then no more is than of others.
     *
     * @param granted how many are granted it in its first second, above 0
     * @param dear how many seconds more than others a trial takes: so much later it has its first chance
     */
    double perSecond(double granted, double dear) {
        return news / (recent + 1) + Math.max(granted - found, Math.min(granted, 1)) / (seconds + 1 + dear);
    }
}
