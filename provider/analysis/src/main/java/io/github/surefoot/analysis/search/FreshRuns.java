package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.ProbeJvmKind;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.ProbingStoppedException;
import io.github.surefoot.analysis.diagnosis.Shown;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Trials in new JVMs, each as often as it is asked for and no oftener: several finds may have one counter-case. */
final class FreshRuns {
    private final TrialRunner runner;
    private final Map<Trial, Seen> seen = new LinkedHashMap<>();
    private final Map<Trial, TrialResult> looks = new HashMap<>();
    private Duration spent = Duration.ZERO;

    FreshRuns(TrialRunner runner) {
        this.runner = runner;
    }

    /** A test in a unit of a trial. */
    record Place(ProbeUnit test, int unit) {}

    private static final class Seen {
        private int runs;
        private final Map<Place, Shown> shown = new HashMap<>();
    }

    /** Runs a trial until it has run so often, the runs before included. */
    void upTo(int runs, Trial trial) throws ProbingStoppedException {
        Seen of = of(trial);
        while (of.runs < runs) {
            TrialResult result = runner.run(trial, ProbeJvmKind.FRESH);
            spent = spent.plus(result.spent());
            add(of, result);
        }
    }

    /** Tells whether a test fails in a trial where it is cheap to look, which proves nothing; each is looked at once. */
    boolean failsAtALook(Trial trial, ProbeUnit test, int unit, ProbeJvmKind kind) throws ProbingStoppedException {
        TrialResult result = looks.get(trial);
        if (result == null) {
            result = runner.run(trial, kind);
            spent = spent.plus(result.spent());
            looks.put(trial, result);
        }
        return result.ends().stream()
                .anyMatch(
                        end -> end.failed() && end.unit() == unit && end.test().equals(test));
    }

    /** Does the same until a test has passed and failed in it: that tells all that there is; returns how often it failed. */
    Shown untilMixed(int runs, Trial trial, ProbeUnit test, int unit) throws ProbingStoppedException {
        while (runs(trial) < runs && !shown(trial, test, unit).isMixed()) {
            upTo(runs(trial) + 1, trial);
        }
        return shown(trial, test, unit);
    }

    private static void add(Seen of, TrialResult result) {
        of.runs++;
        result.ends().stream()
                .filter(end -> end.failed() || end.passed())
                .forEach(end -> of.shown.merge(
                        new Place(end.test(), end.unit()), Shown.NOTHING.plus(end.failed()), Shown::plus));
    }

    private Seen of(Trial trial) {
        return seen.computeIfAbsent(trial, first -> new Seen());
    }

    /** Returns how often it ran. */
    int runs(Trial trial) {
        return of(trial).runs;
    }

    /** Returns how often a test failed in a unit of it; nothing where it did not run. */
    Shown shown(Trial trial, ProbeUnit test, int unit) {
        return of(trial).shown.getOrDefault(new Place(test, unit), Shown.NOTHING);
    }

    /** A trial and a unit of it. */
    record Passing(Trial trial, int unit) {}

    /**
     * Returns an order of the suite in which a test has never failed.
     *
     * @param runs in how many runs it has to have passed
     */
    Optional<Passing> passing(ProbeUnit test, int runs) {
        return seen.entrySet().stream()
                .filter(one -> one.getKey().isOrder())
                .flatMap(one -> one.getValue().shown.entrySet().stream()
                        .filter(shown -> shown.getKey().test().equals(test)
                                && shown.getValue().never()
                                && shown.getValue().runs() >= runs)
                        .map(shown -> new Passing(one.getKey(), shown.getKey().unit())))
                .findFirst();
    }

    /** Returns the CPU time of all. */
    Duration spent() {
        return spent;
    }
}
