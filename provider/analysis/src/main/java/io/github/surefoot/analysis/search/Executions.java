package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.gate.LowerBound;
import io.github.surefoot.analysis.gate.Tally;
import java.math.BigDecimal;

/**
 * How often a test has run in a search, in whatever way, each first time in its JVM or loader.
 *
 * @param alone how often with nothing before it
 * @param among how often among others
 * @param failed how often it failed of all
 */
public record Executions(int alone, int among, int failed) {
    /** None yet. */
    static final Executions NONE = new Executions(0, 0, 0);

    Executions plus(boolean byItself, boolean failure) {
        return new Executions(alone + (byItself ? 1 : 0), among + (byItself ? 0 : 1), failed + (failure ? 1 : 0));
    }

    /** Returns how often it ran. */
    public int runs() {
        return alone + among;
    }

    /** Returns what pass rate that proves at 95 % confidence, in percent. */
    public BigDecimal proves() {
        return LowerBound.of(new Tally(runs() - failed, runs()), LowerBound.USUAL_CONFIDENCE);
    }
}
