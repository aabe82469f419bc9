package io.github.surefoot.core.probe;

/** System properties that a JVM for probes is started with. */
public final class ProbeProperty {
    /** In which order sets of {@code Set.of} and maps of {@code Map.of} are, of which each JVM else draws another. */
    public static final String SETS = "surefoot.probe.sets";

    /** One order. */
    public static final String FORWARD = "forward";

    /** The opposite order. */
    public static final String BACKWARD = "backward";

    private ProbeProperty() {}
}
