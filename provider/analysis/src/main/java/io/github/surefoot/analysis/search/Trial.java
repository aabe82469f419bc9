package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import io.github.surefoot.core.order.OrderKind;
import java.util.List;

/**
 * One run in one JVM.
 *
 * @param way how tests are run in it
 * @param text which of that way it is, in words that follow "fails": {@code in shuffled order 3 of seed 42}
 * @param units what runs, one after the other, each by itself; if a unit is there twice, it runs twice
 * @param methods by what the methods of a class are ordered
 * @param number the seed of that order, or its row from 1
 * @param round which order of the seed it is, from 1
 * @param variant what is otherwise around it
 */
public record Trial(
        Way way, String text, List<ProbeUnit> units, OrderKind methods, long number, int round, ProbeVariant variant) {
    /** Copies the list. */
    public Trial {
        units = List.copyOf(units);
    }

    /** Returns one where methods are in the order that their engine gives them. */
    static Trial plain(Way way, String text, List<ProbeUnit> units) {
        return new Trial(way, text, units, OrderKind.CONFIGURED, 0, 1, ProbeVariant.USUAL);
    }

    /** Returns the beginning of it, up to a unit, from 0: what runs later has no say in how that ends. */
    Trial upTo(int unit) {
        return new Trial(way, text, units.subList(0, unit + 1), methods, number, round, variant);
    }

    /** Returns the same with something otherwise around it. */
    Trial where(ProbeVariant other, String how) {
        return new Trial(Way.NOISE, how, units, methods, number, round, other);
    }
}
