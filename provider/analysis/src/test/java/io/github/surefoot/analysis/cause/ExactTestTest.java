package io.github.surefoot.analysis.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.surefoot.analysis.cause.Circumstance.Sort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactTestTest {
    private static Contrast contrast(int failedWith, int failed, int passedWith, int passed) {
        return new Contrast(new Circumstance(Sort.BEFORE, "shop.ATest"), failedWith, failed, passedWith, passed);
    }

    @ParameterizedTest
    @CsvSource({
        // One in as many as there are ways to choose the failing rounds.
        "8, 8, 0, 12, 7.938398e-6, 7.938398e-6",
        "2, 2, 0, 3, 0.1, 0.1",
        // Fisher's tea, all right and one pair wrong.
        "4, 4, 0, 4, 0.01428571, 0.01428571",
        "3, 4, 1, 4, 0.2428571, 0.01428571",
        // It was always so: nothing to learn.
        "8, 8, 12, 12, 1, 1",
        "0, 8, 0, 12, 1, 1",
        "0, 8, 6, 12, 1, 0.0007223942",
    })
    void theProbabilityIsThatOfTheTables(
            int failedWith, int failed, int passedWith, int passed, double p, double lowest) {
        Contrast contrast = contrast(failedWith, failed, passedWith, passed);
        assertThat(new ExactTest().p(contrast)).isCloseTo(p, within(p * 1e-6));
        assertThat(new ExactTest().lowest(contrast)).isCloseTo(lowest, within(lowest * 1e-6));
    }

    @Test
    void questionsThatCouldNotBeAnsweredCostNothing() {
        assertThat(ExactTest.threshold(0.01, new double[] {})).isEqualTo(0.01);
        assertThat(ExactTest.threshold(0.01, new double[] {1, 0.5, 0.1})).isEqualTo(0.01);
        assertThat(ExactTest.threshold(0.01, new double[] {1, 1e-6, 1e-6, 1e-6, 1e-6}))
                .isEqualTo(0.0025);
        // The second could be answered at half the level, the third not at a third of it.
        assertThat(ExactTest.threshold(0.01, new double[] {1e-6, 0.006, 0.006})).isEqualTo(0.005);
    }

    @Test
    void waysToChooseAreCounted() {
        assertThat(ExactTest.logOfWays(2, 5)).isCloseTo(Math.log(10), within(1e-9));
        assertThat(ExactTest.logOfWays(500, 1_000)).isBetween(680.0, 700.0);
        assertThat(ExactTest.logOfWays(5, 5)).isZero();
    }
}
