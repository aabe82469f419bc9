package io.github.surefoot.analysis.cause;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence.ClassBar;
import io.github.surefoot.core.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which worker ran what when: where an execution has its place among all others. */
final class Timeline {
    /** By the class that encloses all others. */
    private final Map<String, List<TestEvidence>> tests;

    private final Map<String, WorkerEvidence> workers = new HashMap<>();
    private final Map<RoundOfRun, List<Bar>> bars = new HashMap<>();

    /** A round of a run: those of other runs, of other machines for instance, are beside nothing here. */
    private record RoundOfRun(String run, int round) {}

    /** A class in a worker. */
    record Bar(String worker, ClassBar bar) {}

    /**
     * The place of an execution.
     *
     * @param worker its worker
     * @param index which of the classes of the worker it was in
     */
    record Place(WorkerEvidence worker, int index) {
        ClassBar bar() {
            return worker.classes().get(index);
        }
    }

    Timeline(Evidence evidence) {
        tests = evidence.tests().stream()
                .collect(Collectors.groupingBy(test -> outermost(test.id().className())));
        Set<String> ambiguous = new HashSet<>();
        for (WorkerEvidence worker : evidence.workers()) {
            String label = worker.id().label();
            // Warm workers of several runs that are judged together bear the same labels.
            if (workers.put(label, worker) != null) {
                ambiguous.add(label);
            }
            for (ClassBar bar : worker.classes()) {
                bars.computeIfAbsent(new RoundOfRun(worker.id().run(), bar.round()), round -> new ArrayList<>())
                        .add(new Bar(label, bar));
            }
        }
        workers.keySet().removeAll(ambiguous);
    }

    /** Returns the label of the worker that ran an execution, if it is the only one of that label. */
    Optional<String> worker(TestEvidence test, Execution execution) {
        return Optional.of(label(test, execution)).filter(workers::containsKey);
    }

    /**
     * Returns the worker that ran it. Of a class or template as a whole nobody tells in a round in which nothing befell
     * it: that it passed there is known of the worker in which a test of it did.
     */
    private String label(TestEvidence test, Execution execution) {
        if (!execution.worker().isEmpty() || !test.container()) {
            return execution.worker();
        }
        return tests.getOrDefault(outermost(test.id().className()), List.of()).stream()
                .filter(other -> !other.container() && contains(test, other))
                .flatMap(other -> other.executions().stream())
                .filter(other -> other.round() == execution.round() && other.outcome() instanceof Outcome.Passed)
                .map(Execution::worker)
                .filter(worker -> !worker.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String outermost(String className) {
        int dollar = className.indexOf('$');
        return dollar < 0 ? className : className.substring(0, dollar);
    }

    private static boolean contains(TestEvidence container, TestEvidence test) {
        String name = container.id().className();
        boolean sameClass = test.id().className().equals(name);
        return container.id().name().isEmpty()
                ? sameClass || test.id().className().startsWith(name + "$")
                : sameClass && test.id().name().startsWith(container.id().name());
    }

    /** Returns where an execution has its place; empty if that is not known for certain. */
    Optional<Place> place(TestEvidence test, Execution execution) {
        return worker(test, execution).map(workers::get).flatMap(worker -> place(worker, test, execution));
    }

    private static Optional<Place> place(WorkerEvidence worker, TestEvidence test, Execution execution) {
        int found = -1;
        boolean own = false;
        for (int i = 0; i < worker.classes().size(); i++) {
            ClassBar bar = worker.classes().get(i);
            boolean declares = declares(bar.className(), test.id().className());
            // A suite reports tests under the names of the classes it selects: by time they are in the suite.
            boolean encloses = bar.startedAt() <= execution.startedAt() && execution.startedAt() <= bar.endedAt();
            if (bar.round() == execution.round() && (declares || (encloses && !own))) {
                found = i;
                own |= declares;
            }
        }
        return found < 0 ? Optional.empty() : Optional.of(new Place(worker, found));
    }

    private static boolean declares(String className, String of) {
        return of.equals(className) || of.startsWith(className + "$");
    }

    /**
     * Returns the classes that ran at the same time as a class, in any worker of its machine.
     *
     * @param until up to when, in milliseconds since the epoch
     */
    Set<String> beside(Place place, long until) {
        Set<String> found = new HashSet<>();
        ClassBar own = place.bar();
        String label = place.worker().id().label();
        // Rounds overlap at their edges.
        for (int round = own.round() - 1; round <= own.round() + 1; round++) {
            for (Bar other :
                    bars.getOrDefault(new RoundOfRun(place.worker().id().run(), round), List.of())) {
                // In one worker, one class begins in the millisecond in which the one before ended.
                boolean sameWorker = other.worker().equals(label);
                if (!other.bar().className().equals(own.className())
                        && other.bar().startedAt() <= until
                        && other.bar().endedAt() > own.startedAt()
                        && (!sameWorker || other.bar().startedAt() < own.endedAt())) {
                    found.add(other.bar().className());
                }
            }
        }
        return found;
    }
}
