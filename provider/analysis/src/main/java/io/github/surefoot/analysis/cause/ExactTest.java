package io.github.surefoot.analysis.cause;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.numbers.combinatorics.LogBinomialCoefficient;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Fisher's exact test, one-sided: how likely a circumstance would come together with failures as often as it did, or
 * more often, if the two had nothing to do with each other. R. A. Fisher, "The Logic of Inductive Inference", Journal of
 * the Royal Statistical Society 98 (1935).
 */
public final class ExactTest {
    /** The same few tables come again and again. */
    private final Map<Table, Double> known = new HashMap<>();

    ExactTest() {}

    /** In how many failing rounds it was so at least, of how many, in how many of all, and how many these are. */
    private record Table(int failedWith, int failed, int with, int rounds) {}

    /** Returns that probability. */
    double p(Contrast contrast) {
        return atLeast(contrast, contrast.failedWith());
    }

    /** Returns the lowest probability that any outcome could have had, with as many failures and so common a circumstance. */
    double lowest(Contrast contrast) {
        return atLeast(contrast, Math.min(contrast.failed(), contrast.failedWith() + contrast.passedWith()));
    }

    private double atLeast(Contrast contrast, int failedWith) {
        return known.computeIfAbsent(
                new Table(
                        failedWith,
                        contrast.failed(),
                        contrast.failedWith() + contrast.passedWith(),
                        contrast.failed() + contrast.passed()),
                table -> atLeast(table.failedWith(), table.failed(), table.with(), table.rounds()));
    }

    /**
     * Returns how likely it is that so many of those that are drawn are marked, or more, if it is chance which are drawn.
     *
     * @param found how many of those that were drawn are marked
     * @param drawn how many were drawn
     * @param marked how many are marked
     * @param all of how many
     */
    public static double atLeast(int found, int drawn, int marked, int all) {
        return HypergeometricDistribution.of(all, marked, drawn).survivalProbability(found - 1);
    }

    /**
     * Returns below which probability one of many questions is answered, so that all the answers together are wrong no
     * more often than a level says: Bonferroni's correction in Tarone's form, which leaves out questions that could not
     * have been answered either way, as of a class that always ran before. R. E. Tarone, "A Modified Bonferroni Method
     * for Discrete Data", Biometrics 46 (1990).
     *
     * @param lowest of each question, the {@linkplain #lowest lowest probability} it could have had
     */
    static double threshold(double level, double[] lowest) {
        double[] sorted = lowest.clone();
        Arrays.sort(sorted);
        int asked = 1;
        while (asked < sorted.length && sorted[asked] <= level / asked) {
            asked++;
        }
        return level / asked;
    }

    /** Returns the natural logarithm of the number of ways in which so many can be chosen of all. */
    static double logOfWays(int chosen, int all) {
        return LogBinomialCoefficient.value(all, chosen);
    }
}
