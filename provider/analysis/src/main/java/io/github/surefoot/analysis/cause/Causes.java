package io.github.surefoot.analysis.cause;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds why tests fail in the evidence of a run. */
public final class Causes {
    private final List<TestEvidence> tests;
    private final Set<String> ambiguous = new HashSet<>();

    /** Prepares to look into the evidence of a run. */
    public Causes(Evidence evidence) {
        this.tests = evidence.tests();
        Set<String> labels = new HashSet<>();
        // Warm workers of several runs that are judged together bear the same labels.
        evidence.workers().stream()
                .map(worker -> worker.id().label())
                .filter(label -> !labels.add(label))
                .forEach(ambiguous::add);
    }

    /** Returns why a test fails; empty if the evidence does not tell. */
    public Optional<Cause> of(TestEvidence test) {
        boolean fails = test.executions().stream().anyMatch(e -> e.outcome().countsAgainstTheTest());
        // Rows without a stable number are another test in each round.
        return fails && !test.rowsInParallel() ? runs(test).flatMap(RunsByJvm::cause) : Optional.empty();
    }

    /** Returns its runs in each JVM; empty if one of them is not a plain pass or failure in a JVM that is known. */
    private Optional<RunsByJvm> runs(TestEvidence test) {
        Map<String, List<Boolean>> runs = new LinkedHashMap<>();
        for (Execution execution : test.executions()) {
            if (didNotRun(execution.outcome())) {
                continue;
            }
            String worker = worker(test, execution);
            if (!isPlain(execution) || worker.isEmpty() || ambiguous.contains(worker)) {
                return Optional.empty();
            }
            runs.computeIfAbsent(worker, label -> new ArrayList<>()).add(execution.outcome() instanceof Outcome.Passed);
        }
        return Optional.of(new RunsByJvm(runs));
    }

    private static boolean didNotRun(Outcome outcome) {
        return outcome instanceof Outcome.Skipped || outcome instanceof Outcome.NotRun;
    }

    /** Tells whether it ran once, to its end: one that was aborted, stopped or tried again says too little of its JVM. */
    private static boolean isPlain(Execution execution) {
        Outcome outcome = execution.outcome();
        return execution.passedOnAttempt() == 0
                && (outcome instanceof Outcome.Passed
                        || outcome instanceof Outcome.Failed
                        || outcome instanceof Outcome.Errored);
    }

    /**
     * Returns the worker that ran it. Of a class or template as a whole nobody tells in a round in which nothing befell
     * it: that it passed there is known of the worker in which a test of it did.
     */
    private String worker(TestEvidence test, Execution execution) {
        if (!execution.worker().isEmpty() || !test.container()) {
            return execution.worker();
        }
        return tests.stream()
                .filter(other -> !other.container() && contains(test, other))
                .flatMap(other -> other.executions().stream())
                .filter(other -> other.round() == execution.round() && other.outcome() instanceof Outcome.Passed)
                .map(Execution::worker)
                .filter(worker -> !worker.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static boolean contains(TestEvidence container, TestEvidence test) {
        String name = container.id().className();
        boolean sameClass = test.id().className().equals(name);
        return container.id().name().isEmpty()
                ? sameClass || test.id().className().startsWith(name + "$")
                : sameClass && test.id().name().startsWith(container.id().name());
    }
}
