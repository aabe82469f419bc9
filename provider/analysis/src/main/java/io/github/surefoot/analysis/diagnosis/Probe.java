package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.core.probe.StateChange;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A short run: some units in their order in one JVM, to see how one test ends.
 *
 * @param units what runs; if a unit is there twice, it runs twice
 * @param watched the test: itself one of the units, or part of one
 * @param jvm in what kind of JVM
 * @param variant what is otherwise there
 * @param looks whether it compares what is there before the last unit with what was there before the first
 * @param undone changes that it undoes before the last unit
 * @param beside what runs at the same time
 */
public record Probe(
        List<ProbeUnit> units,
        ProbeUnit watched,
        ProbeJvmKind jvm,
        ProbeVariant variant,
        boolean looks,
        List<StateChange> undone,
        Beside beside) {
    /** Copies the lists. */
    public Probe {
        units = List.copyOf(units);
        undone = List.copyOf(undone);
    }

    /** A run that compares nothing. */
    public Probe(List<ProbeUnit> units, ProbeUnit watched, ProbeJvmKind jvm) {
        this(units, watched, jvm, ProbeVariant.USUAL, false, List.of(), Beside.NOTHING);
    }

    /** Returns the same with other units. */
    Probe after(List<ProbeUnit> others) {
        return new Probe(others, watched, jvm, variant, looks, undone, beside);
    }

    /** Returns in what kind of JVM it ran, what was otherwise there and what ran beside it, in words. */
    String where() {
        String others = beside.units().stream().map(ProbeUnit::shortName).collect(Collectors.joining(" and "));
        return jvm.word()
                + (variant == ProbeVariant.USUAL ? "" : ", " + variant.text())
                + (others.isEmpty() ? "" : ", beside " + others);
    }
}
