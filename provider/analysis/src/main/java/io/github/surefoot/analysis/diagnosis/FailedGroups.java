package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.core.journal.Journal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The tests of a run that failed, as its journals tell, and those that fail alike together. */
public final class FailedGroups {
    private final List<JournalledWorker> workers;

    private FailedGroups(List<JournalledWorker> workers) {
        this.workers = workers;
    }

    /**
     * Reads the journals of workers; those of others are left out.
     *
     * @throws IllegalArgumentException if a fact in one cannot be what a worker wrote
     */
    public static FailedGroups in(List<Journal> journals) {
        return new FailedGroups(journals.stream()
                .flatMap(journal -> JournalledWorker.of(journal).stream())
                .toList());
    }

    /** An execution, and the worker that ran it. */
    private record Ran(JournalledWorker worker, JournalledTest test) {
        /** Returns what those have in common that fail for one reason: where and how. */
        String likeness() {
            return worker.schedule().worker().label() + " " + test.round() + " " + test.likeness();
        }

        FailedGroup.Order order() {
            return new FailedGroup.Order(
                    worker.schedule().worker().label(),
                    worker.schedule().seed(),
                    test.round(),
                    worker.schedule().dispatch());
        }
    }

    /** Returns the groups of tests that failed. */
    public List<FailedGroup> failed() {
        return groups(
                executions -> executions.stream().anyMatch(ran -> ran.test().failed()));
    }

    /** Returns those of the tests that are chosen, each by itself, whether they failed or not. */
    public List<FailedGroup> of(Predicate<ProbeUnit> chosen) {
        List<FailedGroup> result = new ArrayList<>();
        byTest().forEach((unit, executions) -> {
            if (chosen.test(unit)) {
                Ran shown = failing(executions).orElse(executions.get(0));
                result.add(new FailedGroup(List.of(subject(unit, executions)), shown.order()));
            }
        });
        return result;
    }

    private List<FailedGroup> groups(Predicate<List<Ran>> chosen) {
        Map<String, FailedGroup> result = new LinkedHashMap<>();
        byTest().forEach((unit, executions) -> {
            if (chosen.test(executions)) {
                Ran failing = failing(executions).orElseThrow();
                FailedGroup alone = new FailedGroup(List.of(subject(unit, executions)), failing.order());
                result.merge(failing.likeness(), alone, FailedGroup::with);
            }
        });
        return List.copyOf(result.values());
    }

    /** Returns all executions of each test, tests in the order in which they began. */
    private Map<ProbeUnit, List<Ran>> byTest() {
        Map<ProbeUnit, List<Ran>> result = new LinkedHashMap<>();
        for (JournalledWorker worker : workers) {
            worker.tests().forEach(test -> result.computeIfAbsent(test.unit(), unit -> new ArrayList<>())
                    .add(new Ran(worker, test)));
        }
        return result;
    }

    /** A failure with little before it is the cheapest to run again. */
    private static Optional<Ran> failing(List<Ran> executions) {
        return executions.stream()
                .filter(ran -> ran.test().failed())
                .min((one, other) ->
                        Integer.compare(one.test().place(), other.test().place()));
    }

    private static Optional<Ran> passing(List<Ran> executions) {
        return executions.stream()
                .filter(ran -> ran.test().passed())
                .max((one, other) ->
                        Integer.compare(one.test().place(), other.test().place()));
    }

    private static Subject subject(ProbeUnit unit, List<Ran> executions) {
        Optional<Ran> failing = failing(executions);
        Optional<Ran> passing = passing(executions);
        Map<String, List<ProbeUnit>> tests = new LinkedHashMap<>();
        passing.ifPresent(ran -> tests.putAll(ran.worker().testsByClass()));
        failing.ifPresent(ran -> tests.putAll(ran.worker().testsByClass()));
        return new Subject(
                unit,
                failing.map(ran -> ran.worker().before(ran.test())),
                passing.map(ran -> ran.worker().before(ran.test())),
                tests,
                List.of(),
                failing.filter(ran -> ran.worker().ranBefore(ran.test())).isPresent(),
                (int) executions.stream().filter(ran -> ran.test().failed()).count(),
                (int) executions.stream().filter(ran -> ran.test().passed()).count());
    }
}
