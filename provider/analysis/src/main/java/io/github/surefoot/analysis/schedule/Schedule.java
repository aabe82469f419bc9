package io.github.surefoot.analysis.schedule;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.protocol.Dispatch;
import io.github.surefoot.core.protocol.WorkerFact;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What one worker ran, in order, with seeds: enough to run it again.
 *
 * @param worker the worker; warm if it ran all rounds
 * @param suite the fingerprint of the suite; of another suite, a replay would prove nothing
 * @param order {@code configured} or {@code random}
 * @param seed the seed of the random order
 * @param dispatch how JUnit's launcher got the classes
 * @param filters Surefire's filters in force, such as {@code groups}, by parameter
 * @param rounds the classes of each round, in the order in which the worker took them up
 */
public record Schedule(
        WorkerId worker,
        String suite,
        String order,
        OptionalLong seed,
        Dispatch dispatch,
        Map<String, String> filters,
        NavigableMap<Integer, List<ScheduledClass>> rounds) {
    /** Copies the maps. */
    public Schedule {
        filters = Collections.unmodifiableMap(new LinkedHashMap<>(filters));
        rounds = Collections.unmodifiableNavigableMap(new TreeMap<>(rounds));
    }

    /**
     * Reads it from a journal.
     *
     * @return empty if the journal is none of a worker
     * @throws IllegalArgumentException if a fact in it cannot be what a worker wrote
     */
    public static Optional<Schedule> of(Journal journal) {
        if (!(journal.header() instanceof JournalEntry.WorkerStarted header)) {
            return Optional.empty();
        }
        Map<String, String> about = header.about();
        Map<String, String> filters = new LinkedHashMap<>();
        about.forEach((name, value) -> {
            if (name.startsWith(WorkerFact.FILTER)) {
                filters.put(name.substring(WorkerFact.FILTER.length()), value);
            }
        });
        return Optional.of(new Schedule(
                header.worker(),
                about.getOrDefault(WorkerFact.SUITE, ""),
                about.getOrDefault(WorkerFact.ORDER, ""),
                seed(about.getOrDefault(WorkerFact.SEED, "")),
                Dispatch.parse(about.getOrDefault(WorkerFact.DISPATCH, "")),
                filters,
                ScheduleReader.rounds(journal)));
    }

    private static OptionalLong seed(String text) {
        try {
            return text.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("its seed '" + text + "' is no number", e);
        }
    }

    /** Returns the part of a warm worker's schedule that is one round, as a worker of that round would have had it. */
    public Schedule ofRound(int round) {
        NavigableMap<Integer, List<ScheduledClass>> only = new TreeMap<>();
        Optional.ofNullable(rounds.get(round)).ifPresent(classes -> only.put(round, classes));
        return new Schedule(
                new WorkerId(worker.run(), round, worker.slot()), suite, order, seed, dispatch, filters, only);
    }

    /** Returns the last round of which it ran a class; 1 if it ran none. */
    public int lastRound() {
        return rounds.isEmpty() ? 1 : rounds.lastKey();
    }

    /** Returns how many classes it took up, each counted once a round. */
    public int classes() {
        return rounds.values().stream().mapToInt(List::size).sum();
    }
}
