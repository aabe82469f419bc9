package io.github.surefoot.analysis.diagnosis;

import java.util.List;

/**
 * A short run: some units in their order in one JVM, to see how one test ends.
 *
 * @param units what runs; if a unit is there twice, it runs twice
 * @param watched the test: itself one of the units, or part of one
 * @param jvm in what kind of JVM
 */
public record Probe(List<ProbeUnit> units, ProbeUnit watched, ProbeJvmKind jvm) {
    /** Copies the list. */
    public Probe {
        units = List.copyOf(units);
    }
}
