package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.Noise;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
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
 * @param noise what is otherwise around it
 * @param beside what runs over and over at the same time, in a JVM of its own
 */
public record Trial(
        Way way,
        String text,
        List<ProbeUnit> units,
        OrderKind methods,
        long number,
        int round,
        Noise noise,
        List<ProbeUnit> beside) {
    /** Copies the lists. */
    public Trial {
        units = List.copyOf(units);
        beside = List.copyOf(beside);
    }

    /** One with nothing beside it. */
    public Trial(Way way, String text, List<ProbeUnit> units, OrderKind methods, long number, int round, Noise noise) {
        this(way, text, units, methods, number, round, noise, List.of());
    }

    /** Returns one where methods are in the order that their engine gives them. */
    static Trial plain(Way way, String text, List<ProbeUnit> units) {
        return new Trial(way, text, units, OrderKind.CONFIGURED, 0, 1, Noise.NONE);
    }

    /** Tells whether it is the suite, or the beginning of it, as it is, in one order or another. */
    boolean isOrder() {
        return noise.isNone() && beside.isEmpty() && way != Way.CLASS && way != Way.ALONE;
    }

    /** Returns the beginning of it, up to a unit, from 0: what runs later has no say in how that ends. */
    Trial upTo(int unit) {
        return new Trial(way, text, units.subList(0, unit + 1), methods, number, round, noise, beside);
    }

    /** Returns the same with something otherwise around it. */
    Trial where(Noise other) {
        return new Trial(Way.NOISE, "with " + other.text(), units, methods, number, round, other);
    }

    /** Returns some of its units in its order. */
    Trial only(List<ProbeUnit> some) {
        return new Trial(
                way, text, units.stream().filter(some::contains).toList(), methods, number, round, noise, beside);
    }

    /** Returns the same with a class beside it, which is not in it then: no class runs beside itself. */
    Trial beside(ProbeUnit other) {
        return new Trial(
                Way.BESIDE,
                "beside " + other.shortName(),
                units.stream().filter(unit -> !unit.equals(other)).toList(),
                methods,
                number,
                round,
                noise,
                List.of(other));
    }
}
