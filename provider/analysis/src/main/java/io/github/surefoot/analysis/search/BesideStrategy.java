package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The slowest classes of the suite, each time while one of them runs over and over beside the others: these are likeliest to
 * meet. Then the whole suite beside each.
 */
final class BesideStrategy implements Strategy {
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
        int place = done++;
        if (place < slowest.size()) {
            return Optional.of(usual.only(slowest).beside(slowest.get(place)));
        }
        done = Math.min(done, 2 * slowest.size());
        return place < 2 * slowest.size()
                ? Optional.of(usual.beside(slowest.get(place - slowest.size())))
                : Optional.empty();
    }

    @Override
    public String looked() {
        if (done == 0) {
            return "no class";
        }
        int whole = done - slowest.size();
        return Math.min(done, slowest.size()) + " of " + slowest.size() + " slow classes"
                + (whole > 0 ? ", " + whole + " of them beside the whole suite" : "");
    }
}
