package io.github.surefoot.analysis.renewal;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence.ClassBar;
import io.github.surefoot.core.WorkerKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which kind of worker an execution that counts is of. */
final class KindsOfRuns {
    private final Map<String, WorkerKind> byWorker = new HashMap<>();
    private final Map<Turn, WorkerKind> byClass = new HashMap<>();
    private final Set<Done> done = new HashSet<>();

    KindsOfRuns(Evidence evidence) {
        for (WorkerEvidence worker : evidence.workers()) {
            byWorker.put(worker.id().label(), worker.kind());
            // Where both have run it, fresh ones count.
            worker.classes().forEach(run -> add(run, worker.kind()));
        }
    }

    private record Turn(String className, int round) {}

    private record Done(Turn turn, WorkerKind kind) {}

    private void add(ClassBar run, WorkerKind kind) {
        Turn turn = new Turn(run.className(), run.round());
        byClass.merge(turn, kind, (a, b) -> a == WorkerKind.RENEWED ? b : a);
        if (run.finished()) {
            done.add(new Done(turn, kind));
        }
    }

    /**
     * Returns the kind; for a test that did not appear, of the worker that ran its class to the end. Empty if none did: what a
     * worker that died left is missing from no kind.
     */
    Optional<WorkerKind> of(TestEvidence test, Execution execution) {
        if (!execution.worker().isEmpty()) {
            return Optional.ofNullable(byWorker.get(execution.worker()));
        }
        Turn turn = new Turn(test.owner(), execution.round());
        return Optional.ofNullable(byClass.get(turn)).filter(kind -> done.contains(new Done(turn, kind)));
    }

    /** Tells whether a renewed worker has told of a test that is set aside, or left it out of a class that it ran to the end. */
    boolean isOfRenewed(TestEvidence test, Execution setAside) {
        Turn turn = new Turn(test.owner(), setAside.round());
        return !setAside.worker().isEmpty()
                || (byClass.get(turn) != WorkerKind.RENEWED && done.contains(new Done(turn, WorkerKind.RENEWED)));
    }
}
