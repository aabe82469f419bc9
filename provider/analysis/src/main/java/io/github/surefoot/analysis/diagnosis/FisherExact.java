package io.github.surefoot.analysis.diagnosis;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/** Fisher's exact test of two shares, one-sided (Fisher, "The Design of Experiments", 1935). */
final class FisherExact {
    private FisherExact() {}

    /**
     * Returns how likely it is that the first fails as much more often than the second as it did, or yet more, if in
     * truth both fail equally often.
     */
    static double moreOften(Shown first, Shown second) {
        Shown both = first.plus(second);
        return HypergeometricDistribution.of(both.runs(), both.failed(), first.runs())
                .survivalProbability(first.failed() - 1);
    }
}
