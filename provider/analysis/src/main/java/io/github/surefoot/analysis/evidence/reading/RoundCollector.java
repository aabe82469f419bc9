package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.RoundEvidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the journals read so far tell of a round. */
final class RoundCollector {
    final int number;
    final Set<String> planned = new LinkedHashSet<>();
    final Set<String> finished = new HashSet<>();
    final List<String> faults = new ArrayList<>();
    /** The workers that died. */
    final List<Death> deaths = new ArrayList<>();

    private final Map<String, List<ClassRun>> runs = new HashMap<>();
    private final Map<Integer, RoundPart> parts = new TreeMap<>();
    private boolean finishedUnstarted;
    private int attempts;

    /**
     * The death of a worker.
     *
     * @param what which worker died while it did what
     * @param replay the option that names it to {@code surefoot:replay}
     */
    record Death(String what, String replay) {
        String sentence() {
            return what + ". Run it again alone:  mvn surefoot:replay " + replay;
        }
    }

    RoundCollector(int number) {
        this.number = number;
    }

    /** What one of several runs tells that have this round together, or the only one. */
    private static final class RoundPart {
        final Set<String> planned = new LinkedHashSet<>();
        final Set<Integer> openAttempts = new HashSet<>();
        boolean everFinished;
        boolean faulty;
        long startedAt;
        long finishedAt;

        boolean isFinished() {
            return everFinished && openAttempts.isEmpty();
        }

        long millis() {
            return startedAt == 0 || finishedAt == 0 ? 0 : Math.max(0, finishedAt - startedAt);
        }
    }

    private RoundPart part(int index) {
        return parts.computeIfAbsent(index, any -> new RoundPart());
    }

    void planned(int part, String className) {
        planned.add(className);
        part(part).planned.add(className);
    }

    /** Returns the classes that one of several runs has planned. */
    Set<String> planned(int part) {
        return parts.containsKey(part) ? part(part).planned : Set.of();
    }

    void started(int part, int attempt, long at) {
        attempts = Math.max(attempts, attempt);
        RoundPart of = part(part);
        of.openAttempts.add(attempt);
        of.startedAt = of.startedAt == 0 ? at : Math.min(of.startedAt, at);
    }

    void finished(int part, int attempt, String fault, long at) {
        attempts = Math.max(attempts, attempt);
        RoundPart of = part(part);
        finishedUnstarted |= !of.openAttempts.remove(attempt);
        of.everFinished = true;
        of.finishedAt = Math.max(of.finishedAt, at);
        if (!fault.isBlank()) {
            of.faulty = true;
            faults.add(fault.strip());
        }
    }

    /** Tells whether Maven saw all workers of one of several runs end well in this round. */
    boolean endedWell(int part) {
        return parts.containsKey(part) && part(part).isFinished() && !part(part).faulty;
    }

    /** Returns how long one of several runs had this round under way, in milliseconds; 0 if that is not known. */
    long millis(int part) {
        return parts.containsKey(part) ? part(part).millis() : 0;
    }

    /** Notes that a worker took up a class. */
    void ran(ClassRun run) {
        runs.computeIfAbsent(run.className, name -> new ArrayList<>(1)).add(run);
    }

    /** Tells whether Maven finished an attempt at this round that it never started. */
    boolean finishedUnstarted() {
        return finishedUnstarted;
    }

    boolean isFinished() {
        return !parts.isEmpty() && parts.values().stream().allMatch(RoundPart::isFinished);
    }

    boolean ranNothing() {
        return runs.isEmpty() && planned.isEmpty();
    }

    boolean hasRuns() {
        return !runs.isEmpty();
    }

    boolean isComplete() {
        return isFinished() && faults.isEmpty() && deaths.isEmpty() && finished.containsAll(planned);
    }

    /** Returns the planned classes that no worker was done with, without those a dead worker was at work on. */
    List<String> vanished() {
        return planned.stream()
                .filter(name -> !finished.contains(name))
                .filter(name -> runs.getOrDefault(name, List.of()).stream().noneMatch(ClassRun::isBrokenOff))
                .toList();
    }

    /** Tells whether the class was to be run, or taken up, and no worker was done with it. */
    boolean leftUnfinished(String className) {
        return !finished.contains(className) && (planned.contains(className) || runs.containsKey(className));
    }

    /** Returns the classes that ran more often than the death of a worker, or Surefire's reruns, explain. */
    List<String> ranTwice() {
        return runs.values().stream()
                .filter(all -> all.stream().filter(ClassRun::isOfItsOwn).count() > 1)
                .map(all -> all.get(0).className)
                .sorted()
                .toList();
    }

    /** It began when the first machine did, and took as long as the slowest: they may have begun at other times. */
    RoundEvidence toEvidence() {
        long startedAt = parts.values().stream()
                .mapToLong(part -> part.startedAt)
                .filter(at -> at != 0)
                .min()
                .orElse(0);
        long millis = parts.values().stream().mapToLong(RoundPart::millis).max().orElse(0);
        return new RoundEvidence(
                number, isComplete(), Math.max(1, attempts), faults, planned, finished, startedAt, millis);
    }
}
