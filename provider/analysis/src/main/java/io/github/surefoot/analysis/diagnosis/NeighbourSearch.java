package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.analysis.cause.Cause.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a test that passes by itself fails while others run: those that ran beside it when it failed run over and over
 * in a second JVM. Each run of the test meets them at another moment, so that some runs are one question; and since some
 * runs of a test that fails by chance fail too, the counter-case has several times as many.
 *
 * @param subject the test
 * @param trials runs it
 * @param confirming whether what is found is shown in new JVMs
 */
record NeighbourSearch(Subject subject, ProbeTrials trials, boolean confirming) {
    private static final int MOST_NEIGHBOURS = 16;

    /** Runs of the test in one JVM while others run, and how often that is tried: who is missed in all of them is quick. */
    private static final int MOST_RUNS = 40;

    private static final int MOST_PROBES = 2;

    private static final int CONFIRMATIONS = 3;

    /** So many times the runs that it took to fail, or at least so many, have to pass without the others. */
    private static final int AS_MANY_WITHOUT = 5;

    private static final int LEAST_WITHOUT = 10;
    private static final int MOST_SHARED = 5;

    /** Returns what was found; empty if the test fails no more beside them than by itself. */
    Optional<TestDiagnosis> find() throws ProbingStoppedException {
        List<ProbeUnit> all = subject.clues().neighbours().stream()
                .limit(MOST_NEIGHBOURS)
                .map(ProbeUnit::ofClass)
                .toList();
        if (all.isEmpty() || !fails(all)) {
            return Optional.empty();
        }
        List<ProbeUnit> found = new Minimum<ProbeUnit>(this::fails).of(all);
        return found.isEmpty() ? Optional.empty() : shown(found);
    }

    private boolean fails(List<ProbeUnit> neighbours) throws ProbingStoppedException {
        boolean failed = false;
        for (int i = 0; i < MOST_PROBES && !failed; i++) {
            failed = once(neighbours, MOST_RUNS, ProbeJvmKind.RENEWED).result() == Ending.Result.FAILED;
        }
        return failed;
    }

    private Ending once(List<ProbeUnit> neighbours, int runs, ProbeJvmKind jvm) throws ProbingStoppedException {
        return trials.beside(new Beside(neighbours, runs), jvm);
    }

    private Optional<TestDiagnosis> shown(List<ProbeUnit> found) throws ProbingStoppedException {
        trials.checking(true);
        ProbeJvmKind jvm = confirming ? ProbeJvmKind.FRESH : ProbeJvmKind.RENEWED;
        Shown with = Shown.NOTHING;
        Shown without = Shown.NOTHING;
        Set<String> used = new TreeSet<>();
        Set<String> usedBeside = new LinkedHashSet<>();
        for (int i = 0; i < CONFIRMATIONS; i++) {
            Ending beside = once(found, MOST_RUNS, jvm);
            int runs =
                    Math.max(LEAST_WITHOUT, AS_MANY_WITHOUT * beside.repeated().runs());
            Ending alone = once(List.of(), runs, jvm);
            with = with.plus(beside.result() == Ending.Result.FAILED);
            without = without.plus(alone.result() == Ending.Result.FAILED);
            used.addAll(beside.repeated().used());
            used.addAll(alone.repeated().used());
            usedBeside.addAll(beside.repeated().usedBeside());
        }
        trials.checking(false);
        if (!with.always() || !without.never()) {
            return Optional.empty();
        }
        used.retainAll(usedBeside);
        TestDiagnosis neighbour = new TestDiagnosis(
                subject,
                Kind.NEIGHBOUR,
                List.of(found),
                List.of(),
                List.of(),
                used.stream().limit(MOST_SHARED).toList(),
                ProbeVariant.USUAL,
                with,
                without,
                confirming,
                trials.cost(),
                "");
        return Optional.of(neighbour);
    }
}
