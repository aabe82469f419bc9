package io.github.surefoot.analysis.renewal;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import io.github.surefoot.core.WorkerKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which kind of worker an execution that counts is of. */
final class KindsOfRuns {
    private final Map<String, WorkerKind> byWorker = new HashMap<>();
    private final Map<Turn, WorkerKind> byClass = new HashMap<>();

    KindsOfRuns(Evidence evidence) {
        for (WorkerEvidence worker : evidence.workers()) {
            byWorker.put(worker.id().label(), worker.kind());
            // Where both have run it, fresh ones count.
            worker.classes()
                    .forEach(run -> byClass.merge(
                            new Turn(run.className(), run.round()),
                            worker.kind(),
                            (a, b) -> a == WorkerKind.RENEWED ? b : a));
        }
    }

    private record Turn(String className, int round) {}

    /** Returns the kind; for a test that did not appear, of the worker that ran its class. Empty if none did. */
    Optional<WorkerKind> of(TestEvidence test, Execution execution) {
        return execution.worker().isEmpty()
                ? Optional.ofNullable(byClass.get(new Turn(test.owner(), execution.round())))
                : Optional.ofNullable(byWorker.get(execution.worker()));
    }
}
