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
import java.util.function.Predicate;

/**
 * What one worker ran, in order, with seeds: enough to run it again.
 *
 * @param worker the worker; warm if it ran all rounds
 * @param suite the fingerprint of the suite; of another suite, a replay would prove nothing
 * @param order {@code configured} or {@code random}
 * @param seed the seed of the random order
 * @param surefireOrder Surefire's own order, which a random order of Surefoot's goes before
 * @param dispatch how JUnit's launcher got the classes
 * @param filters Surefire's filters in force, such as {@code groups}, by parameter
 * @param rounds the classes of each round, in the order in which the worker took them up
 */
public record Schedule(
        WorkerId worker,
        String suite,
        String order,
        OptionalLong seed,
        SurefireOrder surefireOrder,
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
                new SurefireOrder(
                        about.getOrDefault(WorkerFact.RUN_ORDER, ""),
                        Optional.ofNullable(about.get(WorkerFact.RUN_ORDER_SEED))),
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

    /** Returns what a worker that ran several rounds had run when it was done with a round: what came before included. */
    public Schedule upTo(int round) {
        return with(rounds.headMap(round, true));
    }

    /** Returns the part of it that are some classes, in the same order. */
    public Schedule only(Predicate<String> classes) {
        NavigableMap<Integer, List<ScheduledClass>> some = new TreeMap<>(rounds);
        some.replaceAll((round, all) ->
                all.stream().filter(one -> classes.test(one.name())).toList());
        return with(some);
    }

    /** Returns the same with another of Surefire's filters. */
    public Schedule filtered(String parameter, String value) {
        Map<String, String> others = new LinkedHashMap<>(filters);
        others.put(parameter, value);
        return new Schedule(worker, suite, order, seed, surefireOrder, dispatch, others, rounds);
    }

    private Schedule with(NavigableMap<Integer, List<ScheduledClass>> others) {
        return new Schedule(worker, suite, order, seed, surefireOrder, dispatch, filters, others);
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
