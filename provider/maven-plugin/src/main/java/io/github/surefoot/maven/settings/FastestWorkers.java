package io.github.surefoot.maven.settings;

import io.github.surefoot.analysis.history.ClassTimes;
import io.github.surefoot.analysis.history.WorkerTimes;
import io.github.surefoot.analysis.history.WorkerTimes.TimedRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code surefoot.workers=auto} stands for: the number with which earlier runs like this one took the least time. A
 * number that may be better and was never tried, or one that was tried once and was nearly as good, has its turn first:
 * such a run is worth as much as any other. What is so old that the last runs say nothing of it is tried anew.
 */
public final class FastestWorkers {
    /** A JVM that has the machine to itself is at most that many times as fast as among others, one for each core. */
    private static final int ALONE = 2;

    /** How far one measurement may be from the best, as a ratio, to be worth a second. */
    private static final double NEARLY = 1.3;

    /** How many of the last runs with a number have a say: enough that one slow moment of the machine has none. */
    private static final int RECENT = 5;

    private static final double MILLIS = 1_000;

    private final WorkerTimes times;
    private final int cores;
    private final TreeMap<Integer, List<Long>> measured = new TreeMap<>();

    private FastestWorkers(WorkerTimes times, int cores) {
        this.times = times;
        this.cores = cores;
        for (TimedRun run : times.runs()) {
            List<Long> millis = measured.computeIfAbsent(run.workers(), workers -> new ArrayList<>(RECENT));
            if (millis.size() < RECENT) {
                millis.add(run.millis());
            }
        }
    }

    /**
     * Returns the number of workers.
     *
     * @param times what is known of earlier runs
     * @param rounds how many rounds this run has, as those had
     * @param cores how many cores the machine has, as theirs had
     */
    public static Choice of(WorkerTimes times, int rounds, int cores) {
        return new FastestWorkers(times, cores).choose(rounds);
    }

    private Choice choose(int rounds) {
        if (measured.isEmpty()) {
            return new Choice(cores, "one for each core, since no earlier run like this one is known");
        }
        int best = measured.keySet().stream()
                .min(Comparator.comparing(this::median))
                .orElseThrow();
        Optional<Integer> untried = candidates()
                .filter(workers -> !measured.containsKey(workers))
                .filter(mayBeFasterThan(median(best), rounds))
                .findFirst();
        if (untried.isPresent()) {
            return new Choice(untried.get(), "to see whether that is faster than " + known());
        }
        Optional<Integer> unsure = measured.keySet().stream()
                .filter(workers -> times(workers).size() == 1 && median(workers) < NEARLY * median(best))
                .filter(workers -> measured.size() > 1)
                .findFirst();
        return unsure.map(workers -> new Choice(workers, "once more, since one measurement may be chance: " + known()))
                .orElseGet(() -> new Choice(best, "the fastest: " + known()));
    }

    private Stream<Integer> candidates() {
        return Stream.of(cores, cores / 2, 1).filter(workers -> workers > 0);
    }

    /** What one worker needs for all classes, divided by the workers: no number takes less, but for what being alone is worth. */
    private Predicate<Integer> mayBeFasterThan(long best, int rounds) {
        return workers -> times.roundMillis() * rounds / ((long) ALONE * workers) < best;
    }

    private List<Long> times(int workers) {
        return measured.getOrDefault(workers, List.of());
    }

    private long median(int workers) {
        return ClassTimes.median(times(workers));
    }

    private String known() {
        return measured.keySet().stream()
                .map(workers -> String.format(
                        Locale.ROOT,
                        "%.1f s with %d%s",
                        median(workers) / MILLIS,
                        workers,
                        times(workers).size() == 1
                                ? ""
                                : " (median of " + times(workers).size() + ")"))
                .collect(Collectors.joining(", "));
    }

    /**
     * A number of workers, and why.
     *
     * @param workers the number, from 1
     * @param why the reason, for people
     */
    public record Choice(int workers, String why) {}
}
