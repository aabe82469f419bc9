package io.github.surefoot.analysis.evidence;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.protocol.WorkerFact;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One worker, and what it ran when.
 *
 * @param id its identity; if several runs are judged together, with the number its round has among all rounds
 * @param journal the file it wrote
 * @param pid its process number
 * @param about further facts: Java version, order and seed, the filters in force
 * @param finished whether it ended as it should
 * @param startedAt when, in milliseconds since the epoch
 * @param endedAt its last sign of life, likewise
 * @param classes the classes it took up, in order
 */
public record WorkerEvidence(
        WorkerId id,
        Path journal,
        long pid,
        Map<String, String> about,
        boolean finished,
        long startedAt,
        long endedAt,
        List<ClassBar> classes) {
    /** Copies the collections. */
    public WorkerEvidence {
        about = Map.copyOf(about);
        classes = List.copyOf(classes);
    }

    /** Returns what it kept between rounds. */
    public WorkerKind kind() {
        return kind(id, about);
    }

    /**
     * Returns what a worker keeps between rounds.
     *
     * @param about what its journal tells of it
     */
    public static WorkerKind kind(WorkerId id, Map<String, String> about) {
        return WorkerKind.parse(about.getOrDefault(WorkerFact.KIND, ""))
                .orElse(id.isWarm() ? WorkerKind.WARM : WorkerKind.FRESH);
    }

    /**
     * Returns the option that tells {@code surefoot:replay} which worker to run again. A worker of the last run is named
     * by its label; one of several runs, or of a run that is kept apart, by the file that only it wrote.
     *
     * @param elsewhere whether no goal looks for its journal by itself
     */
    public static String replayOption(String label, Path journal, boolean elsewhere) {
        return elsewhere ? "-Dsurefoot.journal=" + journal : "-Dsurefoot.worker=" + label;
    }

    /**
     * A class on the timeline of its worker.
     *
     * @param className the class
     * @param round from 1
     * @param startedAt when, in milliseconds since the epoch
     * @param endedAt likewise; the last sign of life of the worker if the class was not finished
     * @param finished whether the worker was done with it
     */
    public record ClassBar(String className, int round, long startedAt, long endedAt, boolean finished) {}
}
