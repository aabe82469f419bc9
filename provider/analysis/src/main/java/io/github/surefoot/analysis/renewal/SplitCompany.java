package io.github.surefoot.analysis.renewal;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import io.github.surefoot.core.WorkerKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The renewed workers that went on where another one of their round had ended before its time: it died, hung or had no memory
 * left. What ran before their classes is what one JVM after another has run, as in no round of fresh workers.
 */
public final class SplitCompany {
    private SplitCompany() {}

    /**
     * Returns their labels. A worker leaves a round when nothing of it is left, so that whoever begins later has taken over
     * what another has left; one that only was slow to begin may be among them.
     */
    public static Set<String> of(Evidence evidence) {
        List<WorkerEvidence> renewed = evidence.workers().stream()
                .filter(worker -> worker.kind() == WorkerKind.RENEWED)
                .toList();
        return renewed.stream()
                .filter(worker -> renewed.stream().anyMatch(other -> isBefore(other, worker)))
                .map(worker -> worker.id().label())
                .collect(Collectors.toSet());
    }

    private static boolean isBefore(WorkerEvidence other, WorkerEvidence worker) {
        return other.id().round() == worker.id().round() && other.endedAt() < worker.startedAt();
    }
}
