package io.github.surefoot.analysis.search;

import java.util.Optional;

/** One way to look for flaky tests, trial after trial. */
interface Strategy {
    /** Returns which way. */
    Way way();

    /** Returns the next trial; empty if this way has none left. */
    Optional<Trial> next();

    /** Returns how much of it was looked at: {@code 13 of 24 orders}. */
    String looked();
}
