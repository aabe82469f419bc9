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

    /** Runs of each side in renewed loaders that have to end alike: of tests that fail half the time, one in a thousand does. */
    private static final int SAME = 5;

    /** The same for a test that failed each time it ran: half of those that fail half the time have passed once in three. */
    private static final int SAME_AFTER_FAILURES_ONLY = 3;

    /** Returns what makes the difference if it runs before a test; empty if that can be asked of no other test. */
    private List<ProbeUnit> before() {
        boolean asked = found.kind() == Kind.VICTIM || found.kind() == Kind.BRITTLE;
        return asked && !found.culprits().isEmpty() ? found.culprits().get(0) : List.of();
    }

    /**
     * Asks whether it makes the difference for a test that failed as the first did: often enough that no chance has made it
     * look so.
     *
     * @param unlessSeen what holds if nobody can be asked
     */
    boolean isAlike(Subject subject, Prober prober, boolean unlessSeen) {
        if (before().isEmpty()) {
            return false;
        }
        try {
            return isByIt(subject, prober);
        } catch (ProbingStoppedException e) {
            // It fails as the others do; that is what is known of it.
            return unlessSeen;
        }
    }

    /**
     * Asks whether the same makes the difference for a test that failed otherwise, as often as it takes to be as sure as of
     * the first, and whether nothing else would have made it fail in the run.
     */
    boolean isSure(Subject subject, Prober prober, boolean confirming) {
        if (before().isEmpty() || !ranAsTold(subject)) {
            return false;
        }
        try {
            return isByIt(subject, prober)
                    && passesWithoutInItsOwnOrder(subject, prober)
                    && (!confirming || makesTheDifference(CONFIRMATIONS, subject, prober, ProbeJvmKind.FRESH));
        } catch (ProbingStoppedException e) {
            // Then it has a diagnosis of its own, which says why it was stopped.
            return false;
        }
    }

    private boolean isByIt(Subject subject, Prober prober) throws ProbingStoppedException {
        int times = subject.failed() > 0 && subject.passed() == 0 ? SAME_AFTER_FAILURES_ONLY : SAME;
        return makesTheDifference(1, subject, prober, ProbeJvmKind.RENEWED)
                && isByTheSameState(subject, prober)
                && makesTheDifference(times - 1, subject, prober, ProbeJvmKind.RENEWED);
    }

    /** Tells whether the run says of a test what it says of the first: culprits ran before it where it failed. */
    private boolean ranAsTold(Subject subject) {
        List<String> ran = subject.failing().orElse(List.of()).stream()
                .map(ProbeUnit::className)
                .toList();
        return found.kind() == Kind.VICTIM
                && before().stream().map(ProbeUnit::className).allMatch(ran::contains);
    }

    /** Returns what ran before it where it failed, the classes of the culprits left out. */
    private List<ProbeUnit> others(Subject subject) {
        List<String> culprits =
                found.allCulprits().stream().map(ProbeUnit::className).toList();
        return subject.failing().orElse(List.of()).stream()
                .filter(unit -> !culprits.contains(unit.className()))
                .toList();
    }

    private boolean passesWithoutInItsOwnOrder(Subject subject, Prober prober) throws ProbingStoppedException {
        return run(others(subject), List.of(), subject, prober, ProbeJvmKind.RENEWED)
                        .result()
                == Ending.Result.PASSED;
    }

    private boolean isByTheSameState(Subject subject, Prober prober) throws ProbingStoppedException {
        boolean failsAfter = found.kind() == Kind.VICTIM;
        return found.state().isEmpty()
                || run(before(), found.state(), subject, prober, ProbeJvmKind.RENEWED)
                                .result()
                        == (failsAfter ? Ending.Result.PASSED : Ending.Result.FAILED);
    }

    private boolean makesTheDifference(int times, Subject subject, Prober prober, ProbeJvmKind jvm)
            throws ProbingStoppedException {
        boolean failsAfter = found.kind() == Kind.VICTIM;
        for (int i = 0; i < times; i++) {
            Ending with = run(before(), List.of(), subject, prober, jvm);
            Ending without = run(List.of(), List.of(), subject, prober, jvm);
            if (!isAsInTheRun(failsAfter ? with : without, subject)
                    || (failsAfter ? without : with).result() != Ending.Result.PASSED) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether it failed by what it threw in the run: something else may have another cause. */
    private static boolean isAsInTheRun(Ending ending, Subject subject) {
        return ending.result() == Ending.Result.FAILED
                && (subject.failure().isEmpty() || subject.failure().equals(ending.failure()));
    }

    private static Ending run(
            List<ProbeUnit> before, List<StateChange> undone, Subject subject, Prober prober, ProbeJvmKind jvm)
            throws ProbingStoppedException {
        List<ProbeUnit> units = new ArrayList<>(before);
        units.add(subject.test());
        return prober.run(
                new Probe(units, subject.test(), jvm, ProbeVariant.USUAL, !undone.isEmpty(), undone, Beside.NOTHING));
    }
}
