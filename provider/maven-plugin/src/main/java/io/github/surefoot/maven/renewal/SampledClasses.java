package io.github.surefoot.maven.renewal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The renewed classes that a run compares with fresh workers too, beyond its first round: drawn by lot, so that none is
 * out of reach, and one in twenty, so that it costs little.
 */
public final class SampledClasses {
    private static final int ONE_IN = 20;

    private SampledClasses() {}

    /**
     * Draws.
     *
     * @param classes the classes that are renewed
     * @param run the name of the run: the same classes are drawn for the same
     */
    public static Set<String> of(List<String> classes, String run) {
        List<String> drawn = new ArrayList<>(classes);
        Collections.shuffle(drawn, new Random(run.hashCode()));
        int size = (classes.size() + ONE_IN - 1) / ONE_IN;
        return new HashSet<>(drawn.subList(0, size));
    }
}
