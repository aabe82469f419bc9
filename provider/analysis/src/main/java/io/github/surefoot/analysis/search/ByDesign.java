package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.Noise;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import io.github.surefoot.analysis.diagnosis.ProbingStoppedException;
import io.github.surefoot.analysis.diagnosis.Shown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows which of many things that were otherwise at once it was: by runs in which half of them are so each, and then with that
 * alone and without.
 *
 * @param fresh runs in new JVMs
 * @param some what runs: the classes of the tests that failed, in their usual order
 * @param runs how many with it, and how many without
 */
record ByDesign(FreshRuns fresh, Trial some, int runs) {
    /** With nothing else otherwise: what is told is told of that. */
    private static final int FEWEST_ALONE = 3;

    /** Returns those of which that tells something; others have to be shown by the suite. */
    Map<TrialEnd, Confirmation.Answer> of(List<ProbeVariant> kinds, List<TrialEnd> suspects)
            throws ProbingStoppedException {
        List<Trial> mixed = new NoiseDesign(kinds)
                .runs().stream()
                        .map(this::where)
                        .filter(trial -> !trial.equals(some))
                        .toList();
        for (Trial one : mixed) {
            fresh.upTo(1, one);
        }
        Map<TrialEnd, Confirmation.Answer> answers = new LinkedHashMap<>();
        for (TrialEnd end : suspects) {
            List<Seen> candidates = candidates(kinds, mixed, end);
            if (!candidates.isEmpty()
                    && candidates.stream().noneMatch(seen -> seen.without().never())) {
                // Of a test that fails by itself now and then, each seems to have a part in it.
                fresh.upTo(FEWEST_ALONE, some);
            }
            Optional<Confirmation.Answer> answer =
                    shown(some, end).failed() > 0 ? byItself(end) : by(candidates, mixed, end);
            answer.ifPresent(known -> answers.put(end, known));
        }
        return answers;
    }

    private Trial where(Noise noise) {
        return noise.isNone() ? some : some.where(noise);
    }

    /** How a test fared in the mixed runs where a thing was otherwise, and where it was not. */
    private record Seen(ProbeVariant kind, Shown with, Shown without) {
        /** Runs in which more was otherwise say nothing of several things at once. */
        static final Seen NOTHING = new Seen(ProbeVariant.USUAL, Shown.NOTHING, Shown.NOTHING);
    }

    /** Returns what may have a part in it, most likely first. */
    private List<Seen> candidates(List<ProbeVariant> kinds, List<Trial> mixed, TrialEnd end) {
        return kinds.stream()
                .map(kind -> new Seen(kind, inAll(mixed, kind, true, end), inAll(mixed, kind, false, end)))
                .filter(seen -> seen.with().failed() > 0)
                .sorted(Comparator.comparingInt(
                        seen -> seen.without().failed() - seen.with().failed()))
                .toList();
    }

    private Optional<Confirmation.Answer> by(List<Seen> candidates, List<Trial> mixed, TrialEnd end)
            throws ProbingStoppedException {
        for (Seen one : candidates) {
            Trial alone = where(Noise.of(one.kind()));
            if (failsWith(alone, end)) {
                return answer(alone, one, end);
            }
        }
        return together(mixed, end);
    }

    private boolean failsWith(Trial trial, TrialEnd end) throws ProbingStoppedException {
        fresh.upTo(1, trial);
        return shown(trial, end).failed() > 0;
    }

    /** Where none alone does it: what all runs have in common in which it failed, less one after the other that need not be. */
    private Optional<Confirmation.Answer> together(List<Trial> mixed, TrialEnd end) throws ProbingStoppedException {
        List<Noise> failing = mixed.stream()
                .filter(trial -> shown(trial, end).failed() > 0)
                .map(Trial::noise)
                .toList();
        if (failing.isEmpty()) {
            return Optional.empty();
        }
        List<ProbeVariant> needed = new ArrayList<>(failing.get(0).variants());
        failing.forEach(noise -> needed.retainAll(noise.variants()));
        if (needed.size() < 2 || !failsWith(where(new Noise(needed)), end)) {
            return Optional.empty();
        }
        for (ProbeVariant one : List.copyOf(needed)) {
            List<ProbeVariant> rest =
                    needed.stream().filter(kind -> kind != one).toList();
            if (rest.size() > 1 && failsWith(where(new Noise(rest)), end)) {
                needed.remove(one);
            }
        }
        return answer(where(new Noise(needed)), Seen.NOTHING, end);
    }

    private Optional<Confirmation.Answer> byItself(TrialEnd end) throws ProbingStoppedException {
        fresh.upTo(runs, some);
        return Optional.of(shown(some, end))
                .filter(Shown::isMixed)
                .map(mixed -> Confirmation.Answer.random(end, some, place(end), mixed));
    }

    private Shown inAll(List<Trial> mixed, ProbeVariant kind, boolean with, TrialEnd end) {
        return mixed.stream()
                .filter(trial -> trial.noise().variants().contains(kind) == with)
                .map(trial -> shown(trial, end))
                .reduce(Shown.NOTHING, Shown::plus);
    }

    private Optional<Confirmation.Answer> answer(Trial alone, Seen seen, TrialEnd end) throws ProbingStoppedException {
        // What something else brings about as well says nothing of how it is without this.
        boolean apart = seen.without().never();
        fresh.upTo(apart ? more(seen.with()) : runs, alone);
        fresh.upTo(apart ? more(seen.without()) : runs, some);
        Shown usual = shown(some, end);
        if (usual.failed() > 0) {
            return byItself(end);
        }
        Shown with = apart ? seen.with().plus(shown(alone, end)) : shown(alone, end);
        Shown without = apart ? seen.without().plus(usual) : usual;
        return Optional.of(new Confirmation.Answer(
                end,
                Confirmation.kind(alone, end, with, without, runs),
                alone,
                place(end),
                with,
                without,
                Confirmation.without(alone)));
    }

    private int more(Shown seen) {
        return Math.max(FEWEST_ALONE, runs - seen.runs());
    }

    private Shown shown(Trial trial, TrialEnd end) {
        return fresh.shown(trial, end.test(), place(end));
    }

    private int place(TrialEnd end) {
        return some.units().indexOf(ProbeUnit.ofClass(end.test().className()));
    }
}
