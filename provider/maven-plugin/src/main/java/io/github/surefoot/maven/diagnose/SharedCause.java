package io.github.surefoot.maven.diagnose;

import io.github.surefoot.analysis.cause.Cause.Kind;
import io.github.surefoot.analysis.diagnosis.Beside;
import io.github.surefoot.analysis.diagnosis.Ending;
import io.github.surefoot.analysis.diagnosis.Probe;
import io.github.surefoot.analysis.diagnosis.ProbeJvmKind;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import io.github.surefoot.analysis.diagnosis.Prober;
import io.github.surefoot.analysis.diagnosis.ProbingStoppedException;
import io.github.surefoot.analysis.diagnosis.Subject;
import io.github.surefoot.analysis.diagnosis.TestDiagnosis;
import io.github.surefoot.core.probe.StateChange;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether what was found out about one test holds for others: then these need no diagnosis, and no line, of their own.
 *
 * @param found what was found out
 */
record SharedCause(TestDiagnosis found) {
    /** As often as for the test that was asked about. */
    private static final int CONFIRMATIONS = 3;

    /** Runs in renewed loaders that have to end alike where no new JVM is asked. */
    private static final int SAME = 5;

    /** Returns what makes the difference if it runs before a test; empty if that can be asked of no other test. */
    private List<ProbeUnit> before() {
        boolean asked = found.kind() == Kind.VICTIM || found.kind() == Kind.BRITTLE;
        return asked && !found.culprits().isEmpty() ? found.culprits().get(0) : List.of();
    }

    /**
     * Asks once whether it makes the difference for a test that failed as the first did.
     *
     * @param unlessSeen what holds if nobody can be asked
     */
    boolean isLikely(Subject subject, Prober prober, boolean unlessSeen) {
        if (before().isEmpty()) {
            return false;
        }
        try {
            return makesTheDifference(subject, prober, ProbeJvmKind.RENEWED);
        } catch (ProbingStoppedException e) {
            // It fails as the others do; that is what is known of it.
            return unlessSeen;
        }
    }

    /**
     * Asks whether the same makes the difference for a test that failed otherwise, as often as it takes to be as sure as of
     * the first, and whether it does so by the same that it leaves behind.
     */
    boolean isSure(Subject subject, Prober prober, boolean confirming) {
        if (before().isEmpty() || !ranAsTold(subject)) {
            return false;
        }
        try {
            boolean same =
                    makesTheDifference(subject, prober, ProbeJvmKind.RENEWED) && isByTheSameState(subject, prober);
            int times = confirming ? CONFIRMATIONS : SAME - 1;
            for (int i = 0; i < times && same; i++) {
                same = makesTheDifference(subject, prober, confirming ? ProbeJvmKind.FRESH : ProbeJvmKind.RENEWED);
            }
            return same;
        } catch (ProbingStoppedException e) {
            // Then it has a diagnosis of its own, which says why it was stopped.
            return false;
        }
    }

    /** Tells whether the run says of a test what it says of the first: culprits ran before it where it failed. */
    private boolean ranAsTold(Subject subject) {
        List<String> ran = subject.failing().orElse(List.of()).stream()
                .map(ProbeUnit::className)
                .toList();
        boolean all = before().stream().map(ProbeUnit::className).allMatch(ran::contains);
        return found.kind() == Kind.VICTIM && all;
    }

    private boolean isByTheSameState(Subject subject, Prober prober) throws ProbingStoppedException {
        return found.state().isEmpty() || !fails(before(), found.state(), subject, prober, ProbeJvmKind.RENEWED);
    }

    private boolean makesTheDifference(Subject subject, Prober prober, ProbeJvmKind jvm)
            throws ProbingStoppedException {
        boolean failsAfter = found.kind() == Kind.VICTIM;
        return fails(before(), List.of(), subject, prober, jvm) == failsAfter
                && fails(List.of(), List.of(), subject, prober, jvm) != failsAfter;
    }

    private static boolean fails(
            List<ProbeUnit> before, List<StateChange> undone, Subject subject, Prober prober, ProbeJvmKind jvm)
            throws ProbingStoppedException {
        List<ProbeUnit> units = new ArrayList<>(before);
        units.add(subject.test());
        Probe probe =
                new Probe(units, subject.test(), jvm, ProbeVariant.USUAL, !undone.isEmpty(), undone, Beside.NOTHING);
        return prober.run(probe).result() == Ending.Result.FAILED;
    }
}
