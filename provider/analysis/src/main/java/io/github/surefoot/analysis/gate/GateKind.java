package io.github.surefoot.analysis.gate;

import java.util.Locale;

/** What must reach the threshold. */
public enum GateKind {
    /** Every test, over its rounds. */
    TEST,
    /** The run: the rounds in which nothing failed over all rounds. */
    RUN,
    /** All executions together. */
    EXECUTION;

    /** Returns the word for it in settings and in {@code verdict.json}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
