package io.github.surefoot.analysis.diagnosis;

import java.util.Locale;

/** In what kind of JVM a probe runs. */
public enum ProbeJvmKind {
    /** One that has run others before, with a new loader for the project's classes: cheap, and nearly as a new one. */
    RENEWED,
    /** A new one, as a worker has it: dear, and to be believed. */
    FRESH;

    /** Returns the word for it in {@code verdict.json}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
