package io.github.surefoot.core.order;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What an order of classes and methods is made by. */
public enum OrderKind {
    /** By the project: Surefire's own order, and that of the test's engine. */
    CONFIGURED,
    /** By a seed: each round has an order of its own. */
    RANDOM,
    /** The last goes first. */
    REVERSED,
    /** So that in as many rounds as there are {@link PairRows#rows rows} each goes directly before each other. */
    PAIRS;

    /** Tells whether each round has another order than the one before it. */
    public boolean variesByRound() {
        return this == RANDOM || this == PAIRS;
    }

    /** Returns the word for it in settings and journals. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the one of a word; empty if there is none. */
    public static Optional<OrderKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /** Returns all words as a message names what is allowed. */
    public static String allowed() {
        return Arrays.stream(values())
                .map(kind -> "'" + kind.word() + "'")
                .collect(Collectors.joining(", "))
                .replaceFirst(", ([^,]*)$", " or $1");
    }

    /** Tells whether such an order is one of many, by a number: a seed, or the row of its first round. */
    public boolean isNumbered() {
        return this == RANDOM || this == PAIRS;
    }
}
