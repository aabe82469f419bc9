package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.ResourceFacts;
import io.github.surefoot.analysis.evidence.ResourceFacts.Event;
import io.github.surefoot.analysis.evidence.ResourceFacts.Timing;
import io.github.surefoot.analysis.evidence.UsedEngine;
import io.github.surefoot.core.journal.JournalEntry;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums up one sort of event of one resource. */
final class ResourceCollector {
    private final String resource;
    private final String event;
    private final PriorityQueue<Event> slowest = new PriorityQueue<>(Comparator.comparingLong(Event::micros));
    private final Map<String, Long> mostBytes = new HashMap<>();
    private final SortedMap<String, String> classes = new TreeMap<>();
    private final Set<Map<String, String>> kinds = new LinkedHashSet<>();
    private long[] micros = new long[16];
    private int timed;
    private long count;
    private long retries;
    private long unclean;

    ResourceCollector(String resource, String event) {
        this.resource = resource;
        this.event = event;
    }

    void add(String worker, JournalEntry.ResourceEvent e) {
        count++;
        retries += number(e.details().getOrDefault("retries", "0"));
        unclean += "no".equals(e.details().get("clean")) ? 1 : 0;
        e.details().forEach((name, value) -> {
            if (name.endsWith("Bytes")) {
                mostBytes.merge(name, number(value), Math::max);
            }
        });
        kind(e.details());
        why(e.details().get("class"), e.details().get("why"));
        String text = e.details().get("micros");
        if (text == null) {
            return;
        }
        long value = number(text);
        if (timed == micros.length) {
            micros = Arrays.copyOf(micros, timed * 2);
        }
        micros[timed++] = value;
        slowest.add(new Event(worker, value, e.details(), e.at()));
        if (slowest.size() > ResourceFacts.MOST_KEPT) {
            slowest.remove();
        }
    }

    private void kind(Map<String, String> details) {
        Map<String, String> kind = new HashMap<>(details);
        kind.keySet().retainAll(UsedEngine.DETAILS);
        if (!kind.isEmpty() && kinds.size() < ResourceFacts.MOST_KEPT) {
            kinds.add(Map.copyOf(kind));
        }
    }

    private void why(@Nullable String className, @Nullable String why) {
        if (className != null && why != null && classes.size() < ResourceFacts.MOST_CLASSES) {
            classes.putIfAbsent(className, why);
        }
    }

    /** Returns the number, or 0 for what is none: a resource may be anybody's. */
    private static long number(String text) {
        try {
            return Math.max(0, Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    ResourceFacts toFacts() {
        long[] sorted = Arrays.copyOf(micros, timed);
        Arrays.sort(sorted);
        Timing timing = timed == 0 ? Timing.NONE : new Timing(rank(sorted, 50), rank(sorted, 99), sorted[timed - 1]);
        return new ResourceFacts(
                resource,
                event,
                count,
                retries,
                unclean,
                timing,
                slowest.stream()
                        .sorted(Comparator.comparingLong(Event::micros).reversed())
                        .toList(),
                mostBytes,
                classes,
                List.copyOf(kinds));
    }

    private static long rank(long[] sorted, int percent) {
        long rank = ((long) sorted.length * percent + 99) / 100;
        return sorted[(int) Math.max(0, rank - 1)];
    }
}
