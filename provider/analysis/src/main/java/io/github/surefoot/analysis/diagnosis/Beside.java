package io.github.surefoot.analysis.diagnosis;

import java.util.List;

/**
 * What runs at the same time as a probe, in a JVM of its own, over and over; and how often the probe itself runs then.
 *
 * @param units classes that run one after the other, and then again; empty for none
 * @param most how often the probe runs at most, until its test fails; with others beside it, it ends too when these have
 *     run twice and it has run a few times
 */
public record Beside(List<ProbeUnit> units, int most) {
    /** Nothing, and the probe runs once. */
    public static final Beside NOTHING = new Beside(List.of(), 1);

    /** Copies the list. */
    public Beside {
        units = List.copyOf(units);
    }

    /** Tells whether it is the usual probe: one run, with nothing beside it. */
    public boolean isNothing() {
        return equals(NOTHING);
    }
}
