package io.github.surefoot.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowerBoundTest {
    private static final BigDecimal C95 = BigDecimal.valueOf(95);

    /** Successes only: the bound is alpha to the power of 1/n. With failures: tables of exact binomial limits. */
    @ParameterizedTest
    @CsvSource({
        "5, 5, 95, 54.9280", "10, 10, 95, 74.1134", "20, 20, 95, 86.0891", "59, 59, 95, 95.0493",
        "58, 58, 95, 94.9660", "299, 299, 95, 99.0030", "1, 1, 95, 5.0000", "5, 5, 99, 39.8107",
        "9, 10, 95, 60.5836", "8, 10, 95, 49.3098", "5, 10, 95, 22.2441", "1, 10, 95, 0.5116",
        "19, 20, 95, 78.3893", "0, 10, 95, 0", "0, 0, 95, 0"
    })
    void agreesWithPublishedTables(long passed, long counted, BigDecimal confidence, BigDecimal expected) {
        BigDecimal bound = LowerBound.of(new Tally(passed, counted), confidence);

        assertThat(expected.subtract(bound).abs()).isLessThanOrEqualTo(new BigDecimal("0.0001"));
    }

    @ParameterizedTest
    @CsvSource({
        "95, 95, 0, 59",
        "99, 95, 0, 299",
        "90, 95, 0, 29",
        "95, 95, 1, 93",
        "95, 95, 2, 124",
        "95, 99, 0, 90",
        "0, 95, 0, 1",
        "54.9280, 95, 0, 5",
        "99.9, 95, 0, 2995",
        "99.999, 95, 0, 299572",
        "95, 95, 1000, 21045"
    })
    void knowsHowManyRoundsProveAThreshold(BigDecimal threshold, BigDecimal confidence, long failures, long rounds) {
        assertThat(LowerBound.roundsToProve(threshold, confidence, failures)).hasValue(rounds);
        assertThat(LowerBound.of(new Tally(rounds - failures, rounds), confidence))
                .isGreaterThanOrEqualTo(threshold);
        assertThat(failures == rounds - 1
                        || LowerBound.of(new Tally(rounds - 1 - failures, rounds - 1), confidence)
                                        .compareTo(threshold)
                                < 0)
                .isTrue();
    }

    @Test
    void noNumberOfRoundsProvesAHundredPercent() {
        assertThat(LowerBound.roundsToProve(BigDecimal.valueOf(100), C95, 0)).isEqualTo(OptionalLong.empty());
    }

    @Test
    void manyExecutionsAreNoTrouble() {
        assertThat(LowerBound.of(new Tally(1_000_000, 1_000_000), C95)).isEqualTo(new BigDecimal("99.9997"));
        assertThat(LowerBound.of(new Tally(6_000_000_000L, 6_000_000_000L), C95))
                .isEqualTo(new BigDecimal("99.9999"));
        assertThat(LowerBound.of(new Tally(4_500_000_000L, 6_000_000_000L), C95))
                .isEqualTo(new BigDecimal("74.9984"));
    }

    /** 5 % on paper: what the library computes may be too high by its own error. */
    @Test
    void isNeverToldTooHigh() {
        assertThat(LowerBound.of(new Tally(1, 1), C95)).isEqualTo(new BigDecimal("4.9999"));
    }

    /** 100,000 suites of known reliability: the bound is above the truth in no more of them than it may be. */
    @ParameterizedTest
    @CsvSource({"0.5, 5", "0.9, 5", "0.95, 20", "0.99, 59", "0.949, 59", "0.99, 299", "0.999, 100"})
    void theStatedConfidenceIsKept(double trueRate, int rounds) {
        SplittableRandom random = new SplittableRandom(20_260_101);
        BigDecimal truth = BigDecimal.valueOf(trueRate).movePointRight(2);
        boolean[] overstates = new boolean[rounds + 1];
        for (int passed = 0; passed <= rounds; passed++) {
            overstates[passed] = LowerBound.of(new Tally(passed, rounds), C95).compareTo(truth) > 0;
        }
        int suites = 100_000;
        int wrong = 0;
        for (int suite = 0; suite < suites; suite++) {
            int passed = 0;
            for (int round = 0; round < rounds; round++) {
                passed += random.nextDouble() < trueRate ? 1 : 0;
            }
            wrong += overstates[passed] ? 1 : 0;
        }

        // Four standard deviations of a proportion of 5 % among 100,000 lie below 0.3 %.
        assertThat(wrong).isLessThanOrEqualTo((int) (suites * 0.053));
    }
}
