package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import java.util.List;
import java.util.Optional;

/**
 * The slowest classes of the suite, each time while one of them runs over and over beside the others: these are likeliest to
 * meet. Then the whole suite beside each.
 */
final class BesideStrategy implements Strategy {
    private final Trial usual;
    private final List<ProbeUnit> slowest;
    private int done;

    BesideStrategy(Trial usual, List<ProbeUnit> slowest) {
        this.usual = usual;
        this.slowest = List.copyOf(slowest);
    }

    @Override
    public Way way() {
        return Way.BESIDE;
    }

    @Override
    public Optional<Trial> next() {
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
        int whole = done - slowest.size();
        return Math.min(done, slowest.size()) + " of " + slowest.size() + " slow classes"
                + (whole > 0 ? ", " + whole + " of them beside the whole suite" : "");
    }
}
