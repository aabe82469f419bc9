package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.core.probe.StateChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs the probes of one test, counts them, and remembers how often it failed after what. */
final class ProbeTrials {
    /** Nothing runs before the test. */
    static final List<ProbeUnit> ALONE = List.of();

    private final Prober prober;
    private final ProbeUnit test;

    /** How often it failed after what, by the number of the JVM. */
    private final Map<List<ProbeUnit>, Map<Integer, Shown>> seen = new HashMap<>();

    /** All probes, in the order in which the first of each sort was made; the test itself is left out of their units. */
    private final Map<Probe, Shown> log = new LinkedHashMap<>();

    private ProbeJvmKind kind = ProbeJvmKind.RENEWED;
    private ProbeUnit last;
    private boolean checking;
    private int search;
    private int checks;

    ProbeTrials(Prober prober, ProbeUnit test) {
        this.prober = prober;
        this.test = test;
        last = test;
    }

    /** Has all probes from now on run in new JVMs: what was seen in others does not count. */
    void onlyFresh() {
        kind = ProbeJvmKind.FRESH;
        seen.clear();
    }

    boolean isOnlyFresh() {
        return kind == ProbeJvmKind.FRESH;
    }

    /** Has all probes from now on run the whole class of the test, and not the test by itself. */
    void wholeClass() {
        last = ProbeUnit.ofClass(test.className());
        seen.clear();
    }

    /** Returns what runs the test once: itself, or its class where it cannot run by itself. */
    List<ProbeUnit> itself() {
        return List.of(last);
    }

    /** Counts probes from now on as checks of what is found. */
    void checking(boolean now) {
        checking = now;
    }

    TestDiagnosis.Cost cost() {
        return new TestDiagnosis.Cost(search, checks, log);
    }

    /** Runs the test once after these units. */
    Ending once(List<ProbeUnit> before) throws ProbingStoppedException {
        Ending ending = run(before, kind);
        if (ending.result() != Ending.Result.ABSENT) {
            Shown one = Shown.NOTHING.plus(ending.result() == Ending.Result.FAILED);
            seen.computeIfAbsent(before, units -> new HashMap<>()).merge(ending.jvm(), one, Shown::plus);
        }
        return ending;
    }

    /** Runs the test once after these units, and tells whether it failed. */
    boolean fails(List<ProbeUnit> before) throws ProbingStoppedException {
        return once(before).result() == Ending.Result.FAILED;
    }

    /** Runs the test after these units until there are so many runs, those before included. */
    Shown upTo(int runs, List<ProbeUnit> before) throws ProbingStoppedException {
        for (int i = seen(before).runs(); i < runs; i++) {
            once(before);
        }
        return seen(before);
    }

    /** Runs the test after these units until it has both passed and failed, or there are so many runs. */
    Shown untilMixed(int runs, List<ProbeUnit> before) throws ProbingStoppedException {
        for (int i = seen(before).runs(); i < runs && !seen(before).isMixed(); i++) {
            once(before);
        }
        return seen(before);
    }

    /**
     * Tells whether it has both passed and failed in one and the same JVM. If it has in several only, that may be by what each
     * draws anew, as the order of {@code Set.of}.
     */
    boolean isMixedInOneJvm(List<ProbeUnit> before) {
        return seen.getOrDefault(before, Map.of()).values().stream().anyMatch(Shown::isMixed);
    }

    Shown seen(List<ProbeUnit> before) {
        return seen.getOrDefault(before, Map.of()).values().stream().reduce(Shown.NOTHING, Shown::plus);
    }

    /** Runs the test in a new JVM after these units, and tells whether it failed. */
    boolean failsFresh(List<ProbeUnit> before) throws ProbingStoppedException {
        return run(before, ProbeJvmKind.FRESH).result() == Ending.Result.FAILED;
    }

    /** Runs the test alone in a new JVM where something is otherwise. */
    Ending varied(ProbeVariant variant) throws ProbingStoppedException {
        return run(ALONE, ProbeJvmKind.FRESH, variant, false, List.of());
    }

    /** Runs the test once after these units, and compares what they leave behind; some of it is undone. */
    Ending looking(List<ProbeUnit> before, List<StateChange> undone) throws ProbingStoppedException {
        return run(before, kind, ProbeVariant.USUAL, true, undone);
    }

    /**
     * Runs the test over and over until it fails, perhaps with others beside it.
     *
     * @param jvm in what kind of JVM; if all probes run in new ones, in a new one
     */
    Ending beside(Beside others, ProbeJvmKind jvm) throws ProbingStoppedException {
        ProbeJvmKind where = isOnlyFresh() ? ProbeJvmKind.FRESH : jvm;
        return run(new Probe(List.of(last), test, where, ProbeVariant.USUAL, false, List.of(), others), ALONE);
    }

    private Ending run(List<ProbeUnit> before, ProbeJvmKind jvm) throws ProbingStoppedException {
        return run(before, jvm, ProbeVariant.USUAL, false, List.of());
    }

    private Ending run(
            List<ProbeUnit> before, ProbeJvmKind jvm, ProbeVariant variant, boolean looks, List<StateChange> undone)
            throws ProbingStoppedException {
        List<ProbeUnit> units = new ArrayList<>(before);
        units.add(last);
        return run(new Probe(units, test, jvm, variant, looks, undone, Beside.NOTHING), before);
    }

    private Ending run(Probe probe, List<ProbeUnit> before) throws ProbingStoppedException {
        Ending ending = prober.run(probe);
        Shown one = Shown.NOTHING.plus(ending.result() == Ending.Result.FAILED);
        if (ending.result() != Ending.Result.ABSENT) {
            log.merge(probe.after(before), one, Shown::plus);
        }
        if (checking) {
            checks++;
        } else {
            search++;
        }
        return ending;
    }
}
