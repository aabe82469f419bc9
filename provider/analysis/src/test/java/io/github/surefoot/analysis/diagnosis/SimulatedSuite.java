package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.core.TestId;
import io.github.surefoot.core.probe.StateChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Classes that set and clear marks, and a test that looks at them: a suite whose cause of failure is known. */
final class SimulatedSuite implements Prober {
    static final ProbeUnit TEST = ProbeUnit.ofTest("VictimTest", new TestId("VictimTest", "looks"), "[test:looks]");

    private final List<ProbeUnit> classes;
    private final Random random;
    private final Map<ProbeUnit, Set<String>> sets = new HashMap<>();
    private final Map<ProbeUnit, Set<String>> clears = new HashMap<>();
    private final Map<String, List<ProbeUnit>> tests = new HashMap<>();
    private Predicate<Set<String>> fails = marks -> false;
    private double failsAnyway;
    private double failsTruly = 1;
    private boolean loaderMatters;
    private boolean onlyByClass;
    private ProbeUnit looking = TEST;
    private Optional<ProbeJvmKind> only = Optional.empty();
    private Optional<Boolean> drawn = Optional.empty();
    private ProbeVariant decisive = ProbeVariant.USUAL;
    private final Map<ProbeUnit, Double> disturbers = new HashMap<>();
    private int most = Integer.MAX_VALUE;
    private int runsOfAJvm = Integer.MAX_VALUE;
    private int renewed;
    private int otherwise;
    private int inDrawnOrder;
    private int probes;
    private long units;

    SimulatedSuite(int size, long seed) {
        classes = IntStream.range(0, size)
                .mapToObj(i -> ProbeUnit.ofClass("C" + i + "Test"))
                .toList();
        random = new Random(seed);
    }

    ProbeUnit unit(int index) {
        return classes.get(index);
    }

    List<ProbeUnit> classes() {
        return classes;
    }

    SimulatedSuite sets(int index, String mark) {
        sets.computeIfAbsent(classes.get(index), unit -> new HashSet<>()).add(mark);
        return this;
    }

    SimulatedSuite clears(int index, String mark) {
        clears.computeIfAbsent(classes.get(index), unit -> new HashSet<>()).add(mark);
        return this;
    }

    /** Gives a class so many tests, of which one sets a mark. */
    SimulatedSuite testSets(int index, int count, int which, String mark) {
        String name = classes.get(index).className();
        List<ProbeUnit> all = IntStream.range(0, count)
                .mapToObj(i ->
                        ProbeUnit.ofTest(name, new TestId(name, "test" + i), "[class:" + name + "]/[test:" + i + "]"))
                .toList();
        tests.put(name, all);
        sets.computeIfAbsent(all.get(which), unit -> new HashSet<>()).add(mark);
        return this;
    }

    SimulatedSuite failsIf(Predicate<Set<String>> marks) {
        fails = marks;
        return this;
    }

    SimulatedSuite failsAnyway(double rate) {
        failsAnyway = rate;
        return this;
    }

    SimulatedSuite failsOnlyWith(double rate) {
        failsTruly = rate;
        return this;
    }

    /** Has the test fail in renewed loaders alone. */
    SimulatedSuite loaderMatters() {
        loaderMatters = true;
        return this;
    }

    /** Has the test run with its class and never by itself, as a dynamic test does. */
    SimulatedSuite onlyByClass() {
        onlyByClass = true;
        return this;
    }

    /** Has another unit be the test that looks at the marks. */
    SimulatedSuite isTheTest(ProbeUnit other) {
        looking = other;
        return this;
    }

    /** Tells whether a unit runs the test. */
    private boolean isOfTheTest(ProbeUnit unit) {
        return unit.equals(onlyByClass ? ProbeUnit.ofClass(looking.className()) : looking);
    }

    /** Has the test end the other way where this is otherwise, or fail by chance there. */
    SimulatedSuite dependsOn(ProbeVariant variant) {
        decisive = variant;
        return this;
    }

    /** Has the test fail in those JVMs that have drawn one order of sets; one that renews classes has drawn one for all. */
    SimulatedSuite dependsOnTheOrderOfSets() {
        drawn = Optional.of(random.nextBoolean());
        return this;
    }

    /** Has another JVM renew classes after so many probes in the first: it has drawn the other order of sets. */
    SimulatedSuite letsAJvmGoAfter(int runs) {
        runsOfAJvm = runs;
        return this;
    }

    private int jvm(Probe probe) {
        return probe.jvm() == ProbeJvmKind.RENEWED ? 1 + (renewed - 1) / runsOfAJvm : 1000 + probes;
    }

    /** Has one of the runs in an order of sets that is forced on the JVM end as if it were not. */
    SimulatedSuite endsOtherwiseInADrawnOrder(int run) {
        otherwise = run;
        return this;
    }

    private boolean failsByDraw(Probe probe) {
        boolean wrongly = probe.variant().isDrawn() && ++inDrawnOrder == otherwise;
        return wrongly ^ failsByOrder(probe);
    }

    private boolean failsByOrder(Probe probe) {
        return switch (probe.variant()) {
            case SETS_FORWARD -> false;
            case SETS_BACKWARD -> true;
            default ->
                probe.jvm() == ProbeJvmKind.RENEWED ? drawn.orElse(false) ^ jvm(probe) % 2 == 0 : random.nextBoolean();
        };
    }

    /** Has the test fail so often where that class runs beside it. */
    SimulatedSuite disturbedBy(int index, double rate) {
        disturbers.put(classes.get(index), rate);
        return this;
    }

    /** Refuses to run in any other kind of JVM. */
    SimulatedSuite failsAnywhereBut(ProbeJvmKind kind) {
        only = Optional.of(kind);
        return this;
    }

    SimulatedSuite stopsAfter(int count) {
        most = count;
        return this;
    }

    /** Returns the test as one that failed after all classes. */
    Subject failed() {
        return new Subject(
                TEST,
                Optional.of(classes),
                Optional.empty(),
                tests,
                Clues.NONE,
                FailedGroup.Order.UNKNOWN,
                false,
                3,
                2);
    }

    /** Returns the test as one that passed after all classes. */
    Subject passed() {
        return new Subject(
                TEST,
                Optional.of(List.of()),
                Optional.of(classes),
                tests,
                Clues.NONE,
                FailedGroup.Order.UNKNOWN,
                false,
                3,
                2);
    }

    Subject failedOnItsSecondRun() {
        List<ProbeUnit> before = new ArrayList<>(classes);
        before.add(TEST);
        return new Subject(
                TEST, Optional.of(before), Optional.empty(), tests, Clues.NONE, FailedGroup.Order.UNKNOWN, true, 3, 2);
    }

    Subject failedOnItsThirdRun() {
        List<ProbeUnit> before = new ArrayList<>(classes);
        before.add(TEST);
        before.addAll(classes);
        before.add(TEST);
        return new Subject(
                TEST, Optional.of(before), Optional.empty(), tests, Clues.NONE, FailedGroup.Order.UNKNOWN, true, 3, 2);
    }

    int probes() {
        return probes;
    }

    long units() {
        return units;
    }

    @Override
    public Ending run(Probe probe) throws ProbingStoppedException {
        if (probes == most) {
            throw new ProbingStoppedException("the budget is spent");
        }
        if (only.isPresent() && only.get() != probe.jvm()) {
            throw new AssertionError("a probe in a " + probe.jvm() + " JVM");
        }
        probes++;
        renewed += probe.jvm() == ProbeJvmKind.RENEWED ? 1 : 0;
        units += probe.units().size();
        Set<String> marks = new HashSet<>();
        Ending last = Ending.absent();
        List<StateChange> changes = List.of();
        for (int i = 0; i < probe.units().size(); i++) {
            ProbeUnit unit = probe.units().get(i);
            if (probe.looks() && i == probe.units().size() - 1) {
                changes = marks.stream().sorted().map(SimulatedSuite::change).toList();
                probe.undone().forEach(change -> marks.remove(change.name()));
            }
            if (isOfTheTest(unit)) {
                boolean inLoader = loaderMatters && probe.jvm() == ProbeJvmKind.RENEWED;
                boolean failure = inLoader
                        || (fails.test(marks) && random.nextDouble() < failsTruly)
                        || random.nextDouble() < failsAnyway;
                failure |= drawn.isPresent() && failsByDraw(probe);
                failure ^= decisive != ProbeVariant.USUAL && probe.variant() == decisive;
                last = failure ? Ending.failed("AssertionError") : Ending.passed();
            }
            run(unit, marks);
        }
        return probe.beside().isNothing() ? last.with(changes).in(jvm(probe)) : repeated(probe.beside());
    }

    private Ending repeated(Beside others) {
        double rate = failsAnyway;
        for (ProbeUnit other : others.units()) {
            rate = Math.max(rate, disturbers.getOrDefault(other, 0.0));
        }
        int runs = 0;
        boolean failed = false;
        while (!failed && runs < others.most()) {
            failed = random.nextDouble() < rate;
            runs++;
        }
        Set<String> beside = others.units().stream().anyMatch(disturbers::containsKey)
                ? Set.of("port 20080", "file other")
                : Set.of("file other");
        return (failed ? Ending.failed("BindException") : Ending.passed())
                .repeated(new Repeated(runs, Set.of("port 20080", "file own"), beside));
    }

    static StateChange change(String mark) {
        return new StateChange(StateChange.Sort.PROPERTY, mark, "", "", 0, "is set");
    }

    private void run(ProbeUnit unit, Set<String> marks) {
        marks.removeAll(clears.getOrDefault(unit, Set.of()));
        marks.addAll(sets.getOrDefault(unit, Set.of()));
        if (unit.isClass()) {
            tests.getOrDefault(unit.className(), List.of())
                    .forEach(test -> marks.addAll(sets.getOrDefault(test, Set.of())));
        }
        if (isOfTheTest(unit)) {
            marks.add(marks.contains("ran") ? "ran twice" : "ran");
        }
    }
}
