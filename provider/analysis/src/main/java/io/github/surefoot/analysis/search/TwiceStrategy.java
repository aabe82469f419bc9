package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import java.util.List;
import java.util.Optional;

/** Each of some classes or tests with nothing before it, and then once more in the same JVM; perhaps several times. */
final class TwiceStrategy implements Strategy {
    private final Way way;
    private final String text;
    private final String what;
    private final List<ProbeUnit> units;
    private final int times;
    private int done;

    /**
     * Prepares it.
     *
     * @param text in words that follow "fails": {@code alone}
     * @param what units are called, several of them
     * @param times how often all are gone through; once more in the same JVM only the first time
     */
    TwiceStrategy(Way way, String text, String what, List<ProbeUnit> units, int times) {
        this.way = way;
        this.text = text;
        this.what = what;
        this.units = List.copyOf(units);
        this.times = times;
    }

    @Override
    public Way way() {
        return way;
    }

    @Override
    public Optional<Trial> next() {
        if (done == units.size() * times) {
            return Optional.empty();
        }
        ProbeUnit unit = units.get(done % units.size());
        List<ProbeUnit> run = done < units.size() ? List.of(unit, unit) : List.of(unit);
        done++;
        return Optional.of(Trial.plain(way, text, run));
    }

    @Override
    public String looked() {
        int once = Math.min(done, units.size());
        return once + " of " + units.size() + " " + what
                + (done > units.size() ? ", each " + done / units.size() + " times or more" : "");
    }
}
