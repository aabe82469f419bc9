package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.core.probe.StateChange;
import java.util.List;

/**
 * A short run: some units in their order in one JVM, to see how one test ends.
 *
 * @param units what runs; if a unit is there twice, it runs twice
 * @param watched the test: itself one of the units, or part of one
 * @param jvm in what kind of JVM
 * @param variant what is otherwise there
 * @param looks whether it compares what is there before the last unit with what was there before the first
 * @param undone changes that it undoes before the last unit
 */
public record Probe(
        List<ProbeUnit> units,
        ProbeUnit watched,
        ProbeJvmKind jvm,
        ProbeVariant variant,
        boolean looks,
        List<StateChange> undone) {
    /** Copies the lists. */
    public Probe {
        units = List.copyOf(units);
        undone = List.copyOf(undone);
    }

    /** A run that compares nothing. */
    public Probe(List<ProbeUnit> units, ProbeUnit watched, ProbeJvmKind jvm) {
        this(units, watched, jvm, ProbeVariant.USUAL, false, List.of());
    }

    /** Returns in what kind of JVM it ran and what was otherwise there, in words. */
    String where() {
        return jvm.word() + (variant == ProbeVariant.USUAL ? "" : ", " + variant.text());
    }
}
