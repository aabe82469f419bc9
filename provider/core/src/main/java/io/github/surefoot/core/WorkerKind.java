package io.github.surefoot.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What workers share between rounds. */
public enum WorkerKind {
    /** Nothing: each round has new JVMs, as so many runs of {@code mvn test} would have. */
    FRESH,
    /**
     * The JVM and its libraries: the project's own classes are new each round, in JVMs that are kept, where that was
     * shown to equal fresh workers.
     */
    RENEWED,
    /** Everything: the same JVMs run all rounds. */
    WARM;

    /** Returns the word for it in settings, journals and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the word for it; empty if it is another. */
    public static Optional<WorkerKind> parse(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}
