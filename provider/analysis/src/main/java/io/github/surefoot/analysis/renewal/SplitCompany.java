package io.github.surefoot.analysis.renewal;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import io.github.surefoot.core.WorkerKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The renewed workers of rounds in which another one ended before its time: it died, hung or had no memory left. What ran
 * before the classes that it left is what one JVM after another has run, or one that had been at others, as in no round of
 * fresh workers.
 */
public final class SplitCompany {
    private static final String OUT_OF_MEMORY = OutOfMemoryError.class.getSimpleName();

    private final List<WorkerEvidence> renewed;
    private final Set<String> outOfMemory;

    private SplitCompany(Evidence evidence) {
        renewed = evidence.workers().stream()
                .filter(worker -> worker.kind() == WorkerKind.RENEWED)
                .toList();
        outOfMemory = evidence.tests().stream()
                .flatMap(test -> Stream.concat(test.executions().stream(), test.setAside().stream()))
                .filter(execution -> execution.headline().contains(OUT_OF_MEMORY))
                .map(Execution::worker)
                .collect(Collectors.toSet());
    }

    /**
     * Returns their labels. A worker leaves a round when nothing of it is left, so that whoever begins later has taken over
     * what another has left; one that only was slow to begin may be among them.
     */
    public static Set<String> of(Evidence evidence) {
        SplitCompany company = new SplitCompany(evidence);
        return company.renewed.stream()
                .filter(worker -> company.renewed.stream()
                        .anyMatch(other ->
                                !other.equals(worker) && isOfOneRound(other, worker) && company.endedEarly(other)))
                .map(worker -> worker.id().label())
                .collect(Collectors.toSet());
    }

    private boolean endedEarly(WorkerEvidence worker) {
        return !worker.finished()
                || outOfMemory.contains(worker.id().label())
                || renewed.stream()
                        .anyMatch(later -> isOfOneRound(later, worker) && worker.endedAt() < later.startedAt());
    }

    private static boolean isOfOneRound(WorkerEvidence one, WorkerEvidence other) {
        return one.id().round() == other.id().round();
    }
}
