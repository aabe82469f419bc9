package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.Ending;
import io.github.surefoot.analysis.diagnosis.ProbeJvmKind;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import io.github.surefoot.analysis.diagnosis.ProbingStoppedException;
import io.github.surefoot.core.TestId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A suite with one test in each class, of which some fail after what has run before them. */
final class SimulatedTrials implements TrialRunner {
    private final Map<String, Predicate<Case>> faults = new LinkedHashMap<>();
    private final List<String> classes = new ArrayList<>();
    private final List<ProbeJvmKind> kinds = new ArrayList<>();
    private Duration spent = Duration.ZERO;
    private int stopsAfter = Integer.MAX_VALUE;

    /** When a test runs: what ran before it in its JVM, itself included if it has, and where. */
    record Case(
            List<String> before,
            List<String> beside,
            List<ProbeVariant> noise,
            ProbeJvmKind jvm,
            int run,
            boolean last) {}

    static ProbeUnit test(String name) {
        return ProbeUnit.ofTest("it." + name, new TestId("it." + name, "runs"), "[engine:x]/[class:it." + name + "]");
    }

    SimulatedTrials sound(String... names) {
        for (String name : names) {
            failing(name, now -> false);
        }
        return this;
    }

    SimulatedTrials failing(String name, Predicate<Case> when) {
        classes.add("it." + name);
        faults.put("it." + name, when);
        return this;
    }

    SimulatedTrials stopsAfter(int runs) {
        stopsAfter = runs;
        return this;
    }

    /** Returns the same suite, of which nothing has run. */
    SimulatedTrials again() {
        SimulatedTrials same = new SimulatedTrials();
        same.classes.addAll(classes);
        same.faults.putAll(faults);
        return same;
    }

    List<String> classes() {
        return classes;
    }

    /** Returns in what kind of JVM each run was. */
    List<ProbeJvmKind> kinds() {
        return kinds;
    }

    @Override
    public TrialResult run(Trial trial, ProbeJvmKind jvm) throws ProbingStoppedException {
        if (kinds.size() >= stopsAfter) {
            throw new ProbingStoppedException("it was interrupted");
        }
        kinds.add(jvm);
        List<TrialEnd> ends = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<String> beside = trial.beside().stream()
                .map(unit -> unit.className().substring("it.".length()))
                .toList();
        for (int i = 0; i < trial.units().size(); i++) {
            String name = trial.units().get(i).className().substring("it.".length());
            boolean failed = faults.getOrDefault("it." + name, now -> false)
                    .test(new Case(
                            List.copyOf(before),
                            beside,
                            trial.noise().variants(),
                            jvm,
                            kinds.size(),
                            i == trial.units().size() - 1));
            ends.add(new TrialEnd(
                    i,
                    test(name),
                    failed ? Ending.Result.FAILED : Ending.Result.PASSED,
                    failed ? "AssertionError" : "",
                    failed ? "no" : "",
                    Duration.ofMillis(name.startsWith("Slow") ? 50 : 1)));
            before.add(name);
        }
        Duration took = Duration.ofMillis(jvm == ProbeJvmKind.FRESH ? 700 : 50);
        spent = spent.plus(took);
        return new TrialResult(ends, took);
    }

    /** Returns what all runs took. */
    Duration spent() {
        return spent;
    }
}
