package io.github.surefoot.analysis.diagnosis;

import java.util.Set;

/**
 * What is known of a probe that ran several times, perhaps with others beside it.
 *
 * @param runs how often it ran, the run in which its test failed included
 * @param used what its JVM was seen to use meanwhile that others can use too: {@code port 8080}, {@code file target/a.db}
 * @param usedBeside the same of the JVM of those beside it
 */
public record Repeated(int runs, Set<String> used, Set<String> usedBeside) {
    /** Of a probe that ran once, with nothing beside it. */
    public static final Repeated ONCE = new Repeated(1, Set.of(), Set.of());

    /** Copies the sets. */
    public Repeated {
        used = Set.copyOf(used);
        usedBeside = Set.copyOf(usedBeside);
    }
}
