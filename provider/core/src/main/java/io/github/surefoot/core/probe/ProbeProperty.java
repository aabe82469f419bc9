package io.github.surefoot.core.probe;

import java.util.List;

/** System properties that a JVM for probes is started with. */
public final class ProbeProperty {
    /** In which order sets of {@code Set.of} and maps of {@code Map.of} are, of which each JVM else draws another. */
    public static final String SETS = "surefoot.probe.sets";

    /** One order. */
    public static final String FORWARD = "forward";

    /** The opposite order. */
    public static final String BACKWARD = "backward";

    /**
     * The arguments of a JVM that is told an order of sets. Code that it compiles while it starts knows the order that it has
     * drawn by heart, and would stay at that: so it compiles none that knows it.
     */
    public static final List<String> SETS_ARGUMENTS =
            List.of("-XX:CompileCommand=quiet", "-XX:CompileCommand=exclude,java.util.ImmutableCollections*::*");

    private ProbeProperty() {}
}
