package io.github.surefoot.analysis.history;

import java.util.List;
import java.util.Map;

/**
 * How long test classes took in the last runs.
 *
 * @param millis of each class that is known, what one round of it takes, in milliseconds
 * @param notices what is wrong with the history itself, for people; empty if nothing is
 */
public record ClassTimes(Map<String, Long> millis, List<String> notices) {
    /** Nothing is known. */
    public static final ClassTimes UNKNOWN = new ClassTimes(Map.of(), List.of());

    /** Returns the middle of some durations, of two the shorter; there must be one. */
    public static long median(List<Long> millis) {
        return millis.stream()
                .sorted()
                .skip((millis.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }

    /** Copies both. */
    public ClassTimes {
        millis = Map.copyOf(millis);
        notices = List.copyOf(notices);
    }
}
