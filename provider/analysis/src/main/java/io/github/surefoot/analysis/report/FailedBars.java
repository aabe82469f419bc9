package io.github.surefoot.analysis.report;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence.ClassBar;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * On which workers something of a class failed. A round may have a class twice, by a renewed worker and by a fresh one after
 * it, and what the one saw is not what the other saw.
 */
final class FailedBars {
    private record Bar(String worker, int round, String className) {}

    private final Set<Bar> failed = new HashSet<>();

    FailedBars(Collection<TestEvidence> tests) {
        tests.forEach(this::add);
    }

    private void add(TestEvidence test) {
        Stream.concat(test.executions().stream(), test.setAside().stream())
                .filter(execution -> execution.outcome().countsAgainstTheTest())
                .map(execution -> bar(execution, test))
                .forEach(failed::add);
    }

    private static Bar bar(Execution execution, TestEvidence test) {
        return new Bar(execution.worker(), execution.round(), test.owner());
    }

    /** Tells whether something failed there. */
    boolean contains(WorkerEvidence worker, ClassBar bar) {
        return failed.contains(new Bar(worker.id().label(), bar.round(), bar.className()));
    }
}
