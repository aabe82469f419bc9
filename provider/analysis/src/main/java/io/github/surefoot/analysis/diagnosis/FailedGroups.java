package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.analysis.cause.Causes;
import io.github.surefoot.analysis.cause.Circumstance.Sort;
import io.github.surefoot.analysis.cause.FailureGroup;
import io.github.surefoot.analysis.cause.Leads;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.order.OrderKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The tests of a run that failed, as its journals tell, and those that fail alike together. */
public final class FailedGroups {
    private final List<JournalledWorker> workers;

    private final Evidence evidence;
    private final Set<Told> setAside;
    private final Leads leads;

    private FailedGroups(List<JournalledWorker> workers, Evidence evidence) {
        this.workers = workers;
        this.evidence = evidence;
        leads = new Leads(evidence);
        setAside = evidence.tests().stream()
                .flatMap(test -> test.setAside().stream()
                        .map(execution -> new Told(test.id(), execution.worker(), execution.round())))
                .collect(Collectors.toSet());
    }

    /** What a worker told of a test in a round. */
    private record Told(TestId test, String worker, int round) {}

    /**
     * Reads the journals of workers; those of others are left out.
     *
     * @param evidence what the same journals tell together: which tests fail alike, and what points at why
     * @throws IllegalArgumentException if a fact in one cannot be what a worker wrote
     */
    public static FailedGroups in(List<Journal> journals, Evidence evidence) {
        return new FailedGroups(
                journals.stream()
                        .flatMap(journal -> JournalledWorker.of(journal).stream())
                        .toList(),
                evidence);
    }

    /** An execution, and the worker that ran it. */
    private record Ran(JournalledWorker worker, JournalledTest test) {
        /** Returns what those often have in common that fail for one reason: where and how. */
        String likeness() {
            return worker.schedule().worker().label() + " " + test.round() + " " + test.likeness();
        }

        List<ProbeUnit> before() {
            return worker.before(test);
        }

        static List<Ran> failedIn(List<Ran> executions) {
            return executions.stream().filter(ran -> ran.test().failed()).toList();
        }

        static List<Ran> passedIn(List<Ran> executions) {
            return executions.stream().filter(ran -> ran.test().passed()).toList();
        }

        FailedGroup.Order order() {
            return new FailedGroup.Order(
                    worker.schedule().worker().label(),
                    worker.schedule().seed(),
                    test.round(),
                    worker.schedule().dispatch(),
                    OrderKind.of(worker.schedule().order()).orElse(OrderKind.CONFIGURED));
        }
    }

    /**
     * Returns the groups of tests that failed: those that fail with one cause as the evidence has it, and those that
     * failed alike at one time. Of the latter that is a guess, but each is asked about before it is told of.
     */
    public List<FailedGroup> failed() {
        Map<ProbeUnit, List<Ran>> open = new LinkedHashMap<>();
        byTest().forEach((unit, executions) -> {
            if (failing(executions).isPresent()) {
                open.put(unit, executions);
            }
        });
        Map<String, List<Subject>> result = new LinkedHashMap<>();
        for (FailureGroup group : new Causes(evidence).groups()) {
            Map<ProbeUnit, List<Ran>> members = new LinkedHashMap<>();
            for (TestEvidence test : group.tests()) {
                open.forEach((unit, executions) -> {
                    if (unit.test().equals(test.id())) {
                        members.put(unit, executions);
                    }
                });
            }
            open.keySet().removeAll(members.keySet());
            add(members, result);
        }
        open.forEach((unit, executions) -> add(Map.of(unit, executions), result));
        return result.values().stream().map(FailedGroup::new).toList();
    }

    private void add(Map<ProbeUnit, List<Ran>> members, Map<String, List<Subject>> to) {
        members.values().stream().findFirst().flatMap(FailedGroups::failing).ifPresent(first -> {
            List<Subject> subjects = to.computeIfAbsent(first.likeness(), likeness -> new ArrayList<>());
            members.forEach((unit, executions) -> subjects.add(subject(unit, executions)));
        });
    }

    /** Returns those of the tests that are chosen, each by itself, whether they failed or not. */
    public List<FailedGroup> of(Predicate<ProbeUnit> chosen) {
        List<FailedGroup> result = new ArrayList<>();
        byTest().forEach((unit, executions) -> {
            if (chosen.test(unit)) {
                result.add(new FailedGroup(List.of(subject(unit, executions))));
            }
        });
        return result;
    }

    /**
     * Returns all executions of each test that count, tests in the order in which they began. What renewed workers saw
     * where fresh ones ran it again is nothing that a new JVM could show.
     */
    private Map<ProbeUnit, List<Ran>> byTest() {
        Map<ProbeUnit, List<Ran>> result = new LinkedHashMap<>();
        for (JournalledWorker worker : workers) {
            String label = worker.schedule().worker().label();
            worker.tests().stream()
                    .filter(test -> !setAside.contains(new Told(test.unit().test(), label, test.round())))
                    .forEach(test -> result.computeIfAbsent(test.unit(), unit -> new ArrayList<>())
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

    private Subject subject(ProbeUnit unit, List<Ran> executions) {
        Optional<Ran> failing = failing(executions);
        Optional<Ran> passing = passing(executions);
        Map<String, List<ProbeUnit>> tests = new LinkedHashMap<>();
        passing.ifPresent(ran -> tests.putAll(ran.worker().testsByClass()));
        failing.ifPresent(ran -> tests.putAll(ran.worker().testsByClass()));
        return new Subject(
                unit,
                failing.map(Ran::before),
                passing.map(Ran::before),
                tests,
                clues(unit, executions),
                failing.orElse(executions.get(0)).order(),
                failing.filter(ran -> ran.worker().ranBefore(ran.test())).isPresent(),
                (int) executions.stream().filter(ran -> ran.test().failed()).count(),
                (int) executions.stream().filter(ran -> ran.test().passed()).count(),
                failing.map(ran -> ran.test().failureType()).orElse(""));
    }

    private Clues clues(ProbeUnit unit, List<Ran> executions) {
        Optional<TestEvidence> test = leads.failing(unit.test()).stream().findFirst();
        if (test.isEmpty()) {
            return Clues.NONE;
        }
        return new Clues(
                List.of(),
                pointedAt(failing(executions), Ran.failedIn(executions), leads.classes(test.get(), Sort.BEFORE)),
                pointedAt(passing(executions), Ran.passedIn(executions), leads.classes(test.get(), Sort.NOT_BEFORE)),
                leads.beside(test.get()),
                anywhere(unit));
    }

    private List<ProbeUnit> anywhere(ProbeUnit unit) {
        return workers.stream()
                .flatMap(worker -> worker.classes().stream())
                .distinct()
                .filter(name -> !name.equals(unit.className()))
                .map(ProbeUnit::ofClass)
                .toList();
    }

    /** Returns of what ran before a test those classes, and of its own class the tests that ran before it each time. */
    private static List<ProbeUnit> pointedAt(Optional<Ran> ran, List<Ran> each, List<String> classes) {
        Set<String> names = Set.copyOf(classes);
        List<ProbeUnit> before = ran.map(Ran::before).orElse(List.of());
        return before.stream()
                .filter(other -> other.isClass() ? names.contains(other.className()) : always(other, each))
                .toList();
    }

    private static boolean always(ProbeUnit unit, List<Ran> each) {
        return each.stream().allMatch(ran -> ran.before().contains(unit));
    }
}
