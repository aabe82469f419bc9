package io.github.surefoot.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why fresh workers run a class in a run whose workers are renewed. */
public enum FreshReason {
    /** What renewed workers told of it is not what fresh ones tell. */
    DIFFERS,
    /** In an earlier run it was not. */
    REMEMBERED,
    /** Its renewed worker told of a fault that is of no one class. */
    SUSPECT,
    /** It was drawn to be compared. */
    SAMPLE,
    /** Another class that fresh workers run would not be seen as in the suite without it. */
    COMPANY;

    /** Returns the word for it in journals and reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads the word for it; empty if it is another. */
    public static Optional<FreshReason> parse(String word) {
        return Arrays.stream(values())
                .filter(reason -> reason.word().equals(word))
                .findFirst();
    }
}
