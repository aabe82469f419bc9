package io.github.surefoot.analysis.gate;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * What so many passes prove: the one-sided lower confidence bound of a pass rate, by C. J. Clopper and E. S. Pearson,
 * "The use of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26 (1934). The true
 * rate is below it no more often than the confidence allows, whatever that rate is.
 */
public final class LowerBound {
    /** The confidence of the bounds that are always told, in percent. */
    public static final BigDecimal USUAL_CONFIDENCE = BigDecimal.valueOf(95);

    private static final int MOST_STEPS = 24;

    /** Beyond twice this no one plans rounds. */
    private static final long FIRST_STEP = 1 << MOST_STEPS;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** More than the library's error, so that a bound is never told too high. */
    private static final double MARGIN = 1e-12;

    private LowerBound() {}

    /**
     * Returns the bound in percent, rounded down to four decimals; 0 if nothing counted.
     *
     * @param confidence in percent, above 50 and below 100
     */
    public static BigDecimal of(Tally tally, BigDecimal confidence) {
        if (tally.passed() == 0) {
            return BigDecimal.ZERO;
        }
        long scale = 1 + tally.counted() / Integer.MAX_VALUE;
        int trials = (int) (tally.counted() / scale);
        int successes = (int) Math.min(trials, tally.passed() / scale);
        // The library's interval is two-sided: half of its error rate lies below the lower end.
        double errorRate = HUNDRED.subtract(confidence).movePointLeft(2).doubleValue() * 2;
        double bound = BinomialConfidenceInterval.CLOPPER_PEARSON
                .fromErrorRate(trials, successes, errorRate)
                .getLowerBound();
        return Percent.ofShare(Math.max(0, bound - MARGIN));
    }

    /**
     * Returns how many rounds prove a threshold if no more than so many of them fail: 59 for 95 % without a failure.
     * Empty if no number does, as for 100 %.
     *
     * @param threshold in percent
     * @param confidence in percent, above 50 and below 100
     */
    public static OptionalLong roundsToProve(BigDecimal threshold, BigDecimal confidence, long failures) {
        // Each step, half the one before, is taken as long as it leads to too few rounds.
        long tooFew = IntStream.rangeClosed(0, MOST_STEPS)
                .mapToLong(i -> FIRST_STEP >> i)
                .reduce(
                        failures,
                        (rounds, step) ->
                                proves(rounds + step, failures, threshold, confidence) ? rounds : rounds + step);
        long enough = tooFew + 1;
        return proves(enough, failures, threshold, confidence) ? OptionalLong.of(enough) : OptionalLong.empty();
    }

    private static boolean proves(long rounds, long failures, BigDecimal threshold, BigDecimal confidence) {
        return of(new Tally(rounds - failures, rounds), confidence).compareTo(threshold) >= 0;
    }
}
