package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The slowest classes of the suite, each time while one of them runs over and over beside the others: these are likeliest to
 * meet. Not each time, so that all is done again; then the whole suite runs beside each.
 */
final class BesideStrategy implements Strategy {
    /** How often the slow classes are looked at beside each other: that costs little, and the whole suite much. */
    private static final int CHANCES_TO_MEET = 2;

    private final Trial usual;
    private final Supplier<List<ProbeUnit>> asked;
    private List<ProbeUnit> slowest = List.of();
    private int done;

    /**
     * Prepares it.
     *
     * @param slowest is asked when the first trial is wanted: the later, the better it is known
     */
    BesideStrategy(Trial usual, Supplier<List<ProbeUnit>> slowest) {
        this.usual = usual;
        asked = slowest;
    }

    @Override
    public Way way() {
        return Way.BESIDE;
    }

    @Override
    public Optional<Trial> next() {
        if (done == 0) {
            slowest = List.copyOf(asked.get());
        }
        if (done == trials()) {
            return Optional.empty();
        }
        Trial suite = done < CHANCES_TO_MEET * slowest.size() ? usual.only(slowest) : usual;
        return Optional.of(suite.beside(slowest.get(done++ % slowest.size())));
    }

    private int trials() {
        return (CHANCES_TO_MEET + 1) * slowest.size();
    }

    @Override
    public String looked() {
        if (slowest.isEmpty()) {
            return "no class";
        }
        int whole = done - CHANCES_TO_MEET * slowest.size();
        int often = Math.min(CHANCES_TO_MEET, done / slowest.size());
        return Math.min(done, slowest.size()) + " of " + slowest.size() + " slow classes"
                + (often > 1 ? ", " + often + " times each" : "")
                + (whole > 0 ? ", " + whole + " of them beside the whole suite" : "");
    }
}
