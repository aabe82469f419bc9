package io.github.surefoot.analysis.search;

import java.util.Locale;
import java.util.Optional;

/** How a test is run to see whether it fails. */
public enum Way {
    /** The suite in the order that the project has. */
    USUAL,
    /** Its class with no other before it, and then once more in the same JVM. */
    CLASS,
    /** The test alone, and then once more in the same JVM. */
    ALONE,
    /** The suite backwards, classes and methods. */
    REVERSED,
    /** The suite in an order that is drawn from a seed. */
    SHUFFLED,
    /** The suite in orders in which each class runs directly before each other one. */
    PAIRS,
    /** The suite in its usual order where something around it is otherwise. */
    NOISE,
    /** The slowest classes, and then the suite, while one of these runs over and over in another JVM. */
    BESIDE;

    private static final double MOST = 4;
    private static final double SEVERAL = 3;
    private static final double DEAR_SECONDS = 3;
    private static final double LEAST = 0.5;

    /** Tells whether one trial is short, so that it pays to make several in the JVMs that are there. */
    boolean isShort() {
        return this == CLASS || this == ALONE || this == BESIDE;
    }

    /**
     * Returns how many finds it is granted before it has any, by what is known of other projects: orders that shuffle
     * methods too found 45 of 47 and 12 of 12 known order-dependent tests of two modules, where the usual one found none. Of
     * noise there are many kinds, and each trial has others.
     */
    double granted() {
        return switch (this) {
            case SHUFFLED -> MOST;
            case USUAL -> LEAST;
            case NOISE -> SEVERAL;
            case CLASS, ALONE, REVERSED, PAIRS, BESIDE -> 1;
        };
    }

    /** Returns how many seconds of CPU time more than others its first trial takes, by what is known of other projects. */
    double dear() {
        return this == NOISE ? DEAR_SECONDS : 0;
    }

    /** Returns the word for it in settings and files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the one of a word; empty if there is none. */
    public static Optional<Way> of(String word) {
        for (Way way : values()) {
            if (way.word().equals(word)) {
                return Optional.of(way);
            }
        }
        return Optional.empty();
    }
}
