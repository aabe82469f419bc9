package io.github.surefoot.analysis.gate;

import io.github.surefoot.analysis.exception.AllowedFailure;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a run says of an exception.
 *
 * @param exception the exception
 * @param state whether it still stands
 * @param tests the tests it is of
 * @param daysLeft how many days are left; below 0 once it is past
 * @param sentence what became of it, for people
 */
public record ExceptionRuling(
        AllowedFailure exception, State state, List<TestResult> tests, long daysLeft, String sentence) {
    /** Copies the list. */
    public ExceptionRuling {
        tests = List.copyOf(tests);
    }

    /**
     * Returns what proves that it is not needed any more, as a sentence; empty if this run does not.
     *
     * @param threshold how reliable its tests must be, in percent
     */
    public Optional<String> proof(BigDecimal threshold) {
        Tally fewest = tests.stream()
                .map(TestResult::tally)
                .min(Comparator.comparingLong(Tally::counted))
                .orElse(Tally.NONE);
        BigDecimal bound = LowerBound.of(fewest, LowerBound.USUAL_CONFIDENCE);
        return state == State.QUIET && fewest.counted() > 0 && bound.compareTo(threshold) >= 0
                ? Optional.of(exception.test() + " passed " + fewest.counted() + " of " + fewest.counted()
                        + " rounds, which proves at least " + Percent.rate(bound) + ".")
                : Optional.empty();
    }

    /** What can become of an exception. */
    public enum State {
        /** Its tests fail as it allows. */
        IN_FORCE,
        /** Its tests did not fail. */
        QUIET,
        /** Its last day is past. */
        EXPIRED,
        /** A test of it failed in a way that it does not know. */
        OTHER_FAILURE,
        /** A test of it failed significantly more often than it allows. */
        TOO_OFTEN,
        /** No test is of it. */
        NO_TEST;

        /** Returns the word for it in {@code verdict.json}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** Tells whether the build breaks for it. */
        public boolean breaks() {
            return this != IN_FORCE && this != QUIET;
        }
    }
}
