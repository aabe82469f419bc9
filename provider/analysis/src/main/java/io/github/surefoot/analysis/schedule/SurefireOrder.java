package io.github.surefoot.analysis.schedule;

import java.util.Optional;
import java.util.Set;

/**
 * Surefire's own order, its {@code runOrder}. Which classes come when, the journal tells; of methods, only the order and
 * its seed do.
 *
 * @param runOrder Surefire's word for it, e.g. {@code random}; empty if the journal does not tell
 * @param seed the seed of a random one; empty if there is none
 */
public record SurefireOrder(String runOrder, Optional<String> seed) {
    private static final String RANDOM = "random";
    private static final Set<String> OF_METHODS = Set.of(RANDOM, "alphabetical", "reversealphabetical");

    /** Returns what Surefire is to be told so that methods run as they ran, and classes as they are given. */
    public SurefireOrder ofMethods() {
        return OF_METHODS.contains(runOrder) ? this : new SurefireOrder("filesystem", Optional.empty());
    }

    /**
     * Tells whether the classes of one request to the launcher would be shuffled once more, so that each has to be handed
     * over by itself to run in its turn.
     */
    public boolean shufflesClasses() {
        return runOrder.equals(RANDOM);
    }

    /** Returns it for people, e.g. {@code Surefire's random order with seed 42}; empty if it leaves methods alone. */
    public String text() {
        return OF_METHODS.contains(runOrder)
                ? "Surefire's " + runOrder + " order"
                        + seed.map(of -> " with seed " + of).orElse("")
                : "";
    }
}
