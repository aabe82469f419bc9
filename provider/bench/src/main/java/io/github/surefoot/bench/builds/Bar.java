package io.github.surefoot.bench.builds;

import java.util.List;

/**
 * A promise that the numbers keep or do not.
 *
 * @param measure what is compared
 * @param contender who should reach it
 * @param base the one it is compared with; empty if the measure is a share by itself
 * @param atMost whether more is worse
 * @param limit what should be reached
 */
record Bar(Measure measure, String contender, String base, boolean atMost, double limit) {
    /** Returns a bar on the ratio of two contenders. */
    static Bar ratio(Measure measure, String contender, String base, double limit) {
        return new Bar(measure, contender, base, true, limit);
    }

    /** Returns a bar on the share of the physical limit. */
    static Bar share(String contender, double limit) {
        return new Bar(Measure.LIMIT, contender, "", false, limit);
    }

    /** Returns whether the results have everything this is about. */
    boolean concerns(Results results) {
        return results.has(contender) && (base.isEmpty() || results.has(base));
    }

    /** Returns what was reached. */
    Spread reached(Results results) {
        List<Double> values = results.values(contender, measure);
        return base.isEmpty() ? Spread.of(values) : Spread.ofRatios(values, results.values(base, measure));
    }

    /** Returns whether it is met by the median. */
    boolean isMet(Spread reached) {
        return atMost ? reached.median() <= limit : reached.median() >= limit;
    }

    /** Returns what it asks for, for people. */
    String words() {
        String who = base.isEmpty() ? contender : contender + " / " + base;
        return who + ", " + measure.words();
    }
}
