package io.github.surefoot.bench.builds;

import java.util.Locale;

/** What a benchmark is to answer. */
enum Question {
    /** What the ways to run a suite cost. */
    WAYS("what do the ways to run a suite cost? For every project"),
    /** Whether ten times the rounds cost at most ten times as much. */
    ROUNDS("do ten times the rounds cost at most ten times as much?"),
    /** Whether ten times the classes cost at most ten times as much. */
    CLASSES("do ten times the classes cost at most ten times as much?");

    private final String words;

    Question(String words) {
        this.words = words;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    String words() {
        return words;
    }
}
