package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.RoundEvidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the journals read so far tell of a round. */
final class RoundCollector {
    final int number;
    final Set<String> planned = new LinkedHashSet<>();
    final Set<String> finished = new HashSet<>();
    final List<String> faults = new ArrayList<>();
    /** The workers that died. */
    final List<Death> deaths = new ArrayList<>();

    private final Map<String, List<ClassRun>> runs = new HashMap<>();
    private final Set<Integer> openAttempts = new HashSet<>();
    private boolean everFinished;
    private boolean finishedUnstarted;
    private int attempts;
    private long startedAt;
    private long finishedAt;

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

    void planned(String className) {
        planned.add(className);
    }

    void started(int attempt, long at) {
        attempts = Math.max(attempts, attempt);
        openAttempts.add(attempt);
        startedAt = startedAt == 0 ? at : Math.min(startedAt, at);
    }

    void finished(int attempt, String fault, long at) {
        attempts = Math.max(attempts, attempt);
        finishedUnstarted |= !openAttempts.remove(attempt);
        everFinished = true;
        finishedAt = Math.max(finishedAt, at);
        if (!fault.isBlank()) {
            faults.add(fault.strip());
        }
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
        return everFinished && openAttempts.isEmpty();
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

    RoundEvidence toEvidence() {
        long millis = startedAt == 0 || finishedAt == 0 ? 0 : Math.max(0, finishedAt - startedAt);
        return new RoundEvidence(
                number, isComplete(), Math.max(1, attempts), faults, planned, finished, startedAt, millis);
    }
}
