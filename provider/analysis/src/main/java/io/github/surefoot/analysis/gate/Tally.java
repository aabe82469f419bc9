package io.github.surefoot.analysis.gate;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.core.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How many passed, of how many that count.
 *
 * @param passed from 0
 * @param counted not below {@code passed}
 */
public record Tally(long passed, long counted) {
    /** Nothing counted. */
    public static final Tally NONE = new Tally(0, 0);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Checks the numbers. */
    public Tally {
        if (passed < 0 || counted < passed) {
            throw new IllegalArgumentException(passed + " of " + counted);
        }
    }

    /** Counts executions. */
    static Tally of(List<Execution> executions) {
        long passed = executions.stream()
                .filter(execution -> execution.outcome() instanceof Outcome.Passed)
                .count();
        long counted = executions.stream()
                .filter(execution -> execution.outcome().counts())
                .count();
        return new Tally(passed, counted);
    }

    /** Returns how many did not pass. */
    public long failed() {
        return counted - passed;
    }

    /** Tells whether nothing counted passed, although something counted. */
    public boolean neverPassed() {
        return counted > 0 && passed == 0;
    }

    /** Returns this with more that passed. */
    Tally plusPassed(long more) {
        return new Tally(passed + more, counted + more);
    }

    /** Tells, exactly, whether the rate is at least so many percent. Where nothing counted nothing falls short. */
    public boolean reaches(BigDecimal threshold) {
        BigDecimal have = BigDecimal.valueOf(passed).multiply(HUNDRED);
        return have.compareTo(threshold.multiply(BigDecimal.valueOf(counted))) >= 0;
    }

    /** Compares rates exactly; negative if this one's is lower. Where nothing counted the rate is as of 1 of 1. */
    int compareRate(Tally other) {
        return Long.compare(
                Math.multiplyExact(rated().passed, other.rated().counted),
                Math.multiplyExact(other.rated().passed, rated().counted));
    }

    private Tally rated() {
        return counted == 0 ? new Tally(1, 1) : this;
    }

    /** Returns the rate in percent, rounded down to four decimals; empty if nothing counted. */
    public Optional<BigDecimal> percent() {
        return counted == 0 ? Optional.empty() : Optional.of(Percent.of(passed, counted));
    }

    /** Returns the rate as people read it, e.g. {@code 60 %}. */
    public String text() {
        return percent().map(Percent::rate).orElse("nothing ran");
    }
}
