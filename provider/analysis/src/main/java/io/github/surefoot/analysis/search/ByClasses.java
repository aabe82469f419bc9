package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.Noise;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.ProbingStoppedException;
import io.github.surefoot.analysis.diagnosis.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows what failed with noise, or beside another, by the classes of these tests alone, which is cheaper than by the suite:
 * first which of several things that were otherwise it was, then with that and without.
 *
 * @param fresh runs in new JVMs
 * @param usual the suite in its usual order
 * @param runs how many of each
 */
record ByClasses(FreshRuns fresh, Trial usual, int runs) {
    /** Who runs beside another does not meet it each time. */
    private static final int CHANCES_TO_MEET = 3;

    /** By its class alone: what fails so in any case does so here. */
    private static final int FEWEST_WITHOUT = 2;

    /** Returns those of which that tells something; others have to be shown by the suite. */
    Map<TrialEnd, Confirmation.Answer> of(Trial trial, List<TrialEnd> suspects) throws ProbingStoppedException {
        List<ProbeUnit> classes = suspects.stream()
                .map(end -> ProbeUnit.ofClass(end.test().className()))
                .distinct()
                .toList();
        return of(trial, usual.only(classes), suspects);
    }

    /**
     * Does the same with more of the suite, for tests that need what runs before them.
     *
     * @param some what runs, in its usual order
     */
    Map<TrialEnd, Confirmation.Answer> of(Trial trial, Trial some, List<TrialEnd> suspects)
            throws ProbingStoppedException {
        if (NoiseDesign.isFor(trial.noise().variants())) {
            return new ByDesign(fresh, some, runs).of(trial.noise().variants(), suspects);
        }
        Map<Trial, List<TrialEnd>> by = new LinkedHashMap<>();
        List<TrialEnd> open = new ArrayList<>(suspects);
        for (Trial one : each(trial, some)) {
            if (!open.isEmpty()) {
                List<TrialEnd> failed = failed(one, open);
                by.put(one, failed);
                open.removeAll(failed);
            }
        }
        Map<TrialEnd, Confirmation.Answer> answers = new LinkedHashMap<>();
        for (Map.Entry<Trial, List<TrialEnd>> one : by.entrySet()) {
            if (!one.getValue().isEmpty()) {
                runWith(one.getKey(), one.getValue());
                fresh.upTo(toRunWithout(one.getValue()), some);
                one.getValue().forEach(end -> answer(one.getKey(), some, end, answers));
            }
        }
        return answers;
    }

    private List<TrialEnd> failed(Trial one, List<TrialEnd> suspects) throws ProbingStoppedException {
        List<TrialEnd> failed = List.of();
        int chances = one.beside().isEmpty() ? 1 : CHANCES_TO_MEET;
        for (int run = 1; run <= chances && failed.isEmpty(); run++) {
            fresh.upTo(run, one);
            failed = suspects.stream()
                    .filter(end -> shown(one, end).failed() > 0)
                    .toList();
        }
        return failed;
    }

    /** Returns a trial for each thing that is otherwise in one. */
    private static List<Trial> each(Trial trial, Trial some) {
        if (!trial.beside().isEmpty()) {
            return trial.beside().stream().map(some::beside).toList();
        }
        return trial.noise().variants().stream()
                .map(variant -> some.where(Noise.of(variant)))
                .toList();
    }

    /** Until there are enough runs, or all have passed and failed: then a neighbour is met now and then, which is all. */
    private void runWith(Trial with, List<TrialEnd> ends) throws ProbingStoppedException {
        while (fresh.runs(with) < runs
                && (fresh.runs(with) < Confirmation.RUNS
                        || !ends.stream().allMatch(end -> shown(with, end).isMixed()))) {
            fresh.upTo(fresh.runs(with) + 1, with);
        }
    }

    /** The suite in its usual order may have been run already, for others: where they passed in that, it counts. */
    private int toRunWithout(List<TrialEnd> ends) {
        int suite = ends.stream()
                .map(this::bySuite)
                .mapToInt(shown -> shown.never() ? shown.runs() : 0)
                .min()
                .orElse(0);
        return Math.max(FEWEST_WITHOUT, runs - suite);
    }

    private Shown bySuite(TrialEnd end) {
        return shown(usual, end);
    }

    private void answer(Trial with, Trial without, TrialEnd end, Map<TrialEnd, Confirmation.Answer> to) {
        int unit = place(with, end);
        Shown noisy = shown(with, end);
        Shown quiet = shown(without, end);
        quiet = quiet.never() && bySuite(end).never() ? quiet.plus(bySuite(end)) : quiet;
        if (quiet.never() && quiet.runs() >= runs) {
            to.put(
                    end,
                    new Confirmation.Answer(
                            end,
                            Confirmation.kind(with, end, noisy, quiet, runs),
                            with,
                            unit,
                            noisy,
                            quiet,
                            Confirmation.without(with)));
        } else if (quiet.isMixed()) {
            to.put(end, Confirmation.Answer.random(end, without, unit, quiet));
        }
    }

    private Shown shown(Trial trial, TrialEnd end) {
        return fresh.shown(trial, end.test(), place(trial, end));
    }

    private static int place(Trial trial, TrialEnd end) {
        return trial.units().indexOf(ProbeUnit.ofClass(end.test().className()));
    }
}
