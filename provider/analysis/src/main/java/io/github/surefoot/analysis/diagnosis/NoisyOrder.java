package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.analysis.cause.Cause.Kind;
import io.github.surefoot.analysis.cause.ExactTest;
import java.util.List;
import java.util.Optional;

/**
 * Looks for polluters of a test that does not always fail after them, or sometimes fails without: each question is asked
 * as often as it takes, by Wald's sequential test ("Sequential tests of statistical hypotheses", 1945).
 *
 * @param subject the test
 * @param trials runs it
 */
record NoisyOrder(Subject subject, ProbeTrials trials) {
    /** How unlikely a difference must be as an accident, since many tests are asked about. */
    private static final double SIGNIFICANT = 0.001;

    private static final int RUNS_OF_ALL = 8;
    private static final int RUNS_OF_FOUND = 15;
    private static final int MOST_RUNS = 20;

    /** One wrong answer in a hundred. */
    private static final double THRESHOLD = Math.log(99);

    private static final double LEAST = 0.02;

    /** Returns what was found; empty if what runs before makes no difference that can be told from chance. */
    Optional<TestDiagnosis> look(Shown alone) throws ProbingStoppedException {
        List<ProbeUnit> failing = subject.failing().orElse(ProbeTrials.ALONE);
        if (failing.isEmpty() || alone.always()) {
            return Optional.empty();
        }
        Shown all = trials.upTo(RUNS_OF_ALL, failing);
        if (moreOften(all, alone) >= SIGNIFICANT) {
            return Optional.empty();
        }
        List<ProbeUnit> found = new Minimum<ProbeUnit>(before -> decide(before, all, alone)).of(failing);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        // What the search saw has chosen what is found: only new runs count.
        Shown again = Shown.NOTHING;
        for (int i = 0; i < RUNS_OF_FOUND; i++) {
            again = again.plus(trials.fails(found));
        }
        return moreOften(again, alone) < SIGNIFICANT
                ? Optional.of(new TestDiagnosis(
                        subject,
                        Kind.VICTIM,
                        List.of(found),
                        List.of(),
                        List.of(),
                        List.of(),
                        ProbeVariant.USUAL,
                        again,
                        alone,
                        false,
                        trials.cost(),
                        ""))
                : Optional.empty();
    }

    private boolean decide(List<ProbeUnit> before, Shown all, Shown alone) throws ProbingStoppedException {
        double often = Math.min(1 - LEAST, all.rate());
        double seldom = Math.max(LEAST, Math.min(alone.rate(), often / 2));
        double evidence = 0;
        for (int i = 0; i < MOST_RUNS && Math.abs(evidence) < THRESHOLD; i++) {
            evidence += trials.fails(before) ? Math.log(often / seldom) : Math.log((1 - often) / (1 - seldom));
        }
        return evidence > 0;
    }

    /**
     * Returns how likely it is that the first fails as much more often than the second as it did, or yet more, if in
     * truth both fail equally often.
     */
    private static double moreOften(Shown first, Shown second) {
        Shown both = first.plus(second);
        return ExactTest.atLeast(first.failed(), first.runs(), both.failed(), both.runs());
    }
}
