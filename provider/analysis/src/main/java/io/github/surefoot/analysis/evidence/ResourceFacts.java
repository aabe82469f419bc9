package io.github.surefoot.analysis.evidence;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happened to one sort of worker resource, summed up: there may be as many events as executions.
 *
 * @param resource the resource, e.g. {@code database}
 * @param event what happened, e.g. {@code created}
 * @param count how often
 * @param retries how many retries that took altogether
 * @param unclean how many of them did not go as they should
 * @param micros how long they took, in microseconds
 * @param slowest the slowest of them, slowest first, at most {@link #MOST_KEPT}
 * @param mostBytes the most that any of them told of, by what it called it, e.g. {@code heapBytes}
 * @param classes the classes of which it told why, with the reason, at most {@link #MOST_CLASSES}
 * @param kinds what sorts of it were told of, each by those of its details that say which: see {@link UsedEngine}; at most
 *     {@link #MOST_KEPT}
 */
public record ResourceFacts(
        String resource,
        String event,
        long count,
        long retries,
        long unclean,
        Timing micros,
        List<Event> slowest,
        Map<String, Long> mostBytes,
        SortedMap<String, String> classes,
        List<Map<String, String>> kinds) {
    /** How many classes are kept. */
    public static final int MOST_CLASSES = 1_000;

    /** How many events are kept one by one. */
    public static final int MOST_KEPT = 20;

    /** Copies the list and the maps. */
    public ResourceFacts {
        slowest = List.copyOf(slowest);
        mostBytes = Map.copyOf(mostBytes);
        kinds = List.copyOf(kinds);
        classes = Collections.unmodifiableSortedMap(new TreeMap<>(classes));
    }

    /**
     * One event.
     *
     * @param worker the worker's label
     * @param micros how long it took, in microseconds
     * @param details what the resource told of it
     * @param at when, in milliseconds since the epoch
     */
    public record Event(String worker, long micros, Map<String, String> details, long at) {
        /** Copies the map. */
        public Event {
            details = Map.copyOf(details);
        }
    }

    /**
     * Durations, summed up. Percentiles are by nearest rank: the smallest duration that is not below the given share
     * of all.
     *
     * @param p50 half took no longer
     * @param p99 99 of 100 took no longer
     * @param max the longest
     */
    public record Timing(long p50, long p99, long max) {
        /** Nothing took any time. */
        public static final Timing NONE = new Timing(0, 0, 0);
    }
}
