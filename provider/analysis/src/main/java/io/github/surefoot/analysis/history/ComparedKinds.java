package io.github.surefoot.analysis.history;

import io.github.surefoot.core.WorkerKind;

/**
 * Of which workers a run is compared with. Tests that a JVM must not run twice fail in warm workers alone: held against runs
 * of other workers, they would be fixed in one run and flaky in the next, and nobody would have changed a thing. Renewed
 * workers are held against fresh ones in each run, and count as these.
 */
enum ComparedKinds {
    /** The runs of all workers. */
    ALL("", "any workers"),
    /** Those of workers that run all rounds. */
    WARM(" and workers_kind = 'warm'", "warm workers"),
    /** All others, with those of which the kind is not known. */
    OF_A_ROUND(" and workers_kind <> 'warm'", "fresh or renewed workers");

    private final String condition;
    private final String workers;

    ComparedKinds(String condition, String workers) {
        this.condition = condition;
        this.workers = workers;
    }

    /** Returns those that a run is compared with. */
    static ComparedKinds of(HistoryRun run) {
        return run.pace().kind().equals(WorkerKind.WARM.word()) ? WARM : OF_A_ROUND;
    }

    /** Returns a further condition on rows of {@code surefoot_run}; empty for all. */
    String condition() {
        return condition;
    }

    /** Returns what such workers are called. */
    String workers() {
        return workers;
    }
}
