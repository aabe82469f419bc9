package io.github.surefoot.analysis.gate;

import java.util.Locale;

/** What a test has shown itself to be over all rounds. */
public enum TestStatus {
    /** It passed whenever it ran. */
    RELIABLE,
    /** It passed and failed. */
    FLAKY,
    /** It never passed. */
    BROKEN,
    /** It never ran, and was not meant to. */
    SKIPPED,
    /** The worker died at least once while it ran. */
    CRASHED,
    /** It was stopped at a time limit at least once. */
    HUNG;

    /** Returns the word for it in {@code verdict.json}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
