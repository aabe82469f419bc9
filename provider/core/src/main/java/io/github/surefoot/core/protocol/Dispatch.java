package io.github.surefoot.core.protocol;

import java.util.Locale;

/** How the launcher of a worker gets its classes: what runs before a class in its JVM depends on it. */
public enum Dispatch {
    /** All in one request. */
    ALL,
    /** Each in a request of its own. */
    EACH;

    /** Returns the word for it in properties and journals. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the word for it; {@link #ALL} if it is another, or none. */
    public static Dispatch parse(String word) {
        return word.equals(EACH.word()) ? EACH : ALL;
    }
}
