package io.github.surefoot.analysis.diagnosis;

import java.util.Optional;

/**
 * Whether a test depends on where and when it runs: each of some things is made otherwise, in new JVMs.
 *
 * @param trials runs the test
 * @param failsUsually whether it fails where all is as usual
 */
record EnvironmentSearch(ProbeTrials trials, boolean failsUsually) {
    /** More than for one suspect, since there are as many as variants. */
    private static final int CONFIRMATIONS = 5;

    /**
     * What makes the difference.
     *
     * @param variant what is otherwise
     * @param with how often the test failed then
     * @param without how often it failed where all was as usual
     */
    record Found(ProbeVariant variant, Shown with, Shown without) {}

    /** Returns it; empty if nothing that was tried does, each time. */
    Optional<Found> find() throws ProbingStoppedException {
        Optional<Found> drawn = drawn();
        if (drawn.isPresent()) {
            return drawn;
        }
        for (ProbeVariant variant : ProbeVariant.values()) {
            if (variant != ProbeVariant.USUAL && !variant.isDrawn() && isOtherwise(trials.varied(variant))) {
                Optional<Found> found = confirmed(variant);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Returns what makes the difference of that which each JVM draws by itself: then the test fails one way, and passes the
     * other.
     */
    Optional<Found> drawn() throws ProbingStoppedException {
        BothOrders seen = BothOrders.NOTHING;
        for (int i = 0; i < BothOrders.MOST && !seen.isDecided(); i++) {
            seen = new BothOrders(
                    once(ProbeVariant.SETS_FORWARD, seen.forward()), once(ProbeVariant.SETS_BACKWARD, seen.backward()));
        }
        if (!seen.areOpposite()) {
            return Optional.empty();
        }
        return Optional.of(
                seen.failsForward()
                        ? new Found(ProbeVariant.SETS_FORWARD, seen.forward(), seen.backward())
                        : new Found(ProbeVariant.SETS_BACKWARD, seen.backward(), seen.forward()));
    }

    /** Runs it once more; where it did not run at all, nothing is seen. */
    private Shown once(ProbeVariant variant, Shown before) throws ProbingStoppedException {
        Ending.Result result = trials.varied(variant).result();
        return result == Ending.Result.ABSENT ? before : before.plus(result == Ending.Result.FAILED);
    }

    private boolean isOtherwise(Ending ending) {
        return ending.result() == (failsUsually ? Ending.Result.PASSED : Ending.Result.FAILED);
    }

    private Optional<Found> confirmed(ProbeVariant variant) throws ProbingStoppedException {
        Shown with = Shown.NOTHING;
        Shown without = Shown.NOTHING;
        for (int i = 0; i < CONFIRMATIONS; i++) {
            Ending varied = trials.varied(variant);
            Ending usual = trials.varied(ProbeVariant.USUAL);
            if (!isOtherwise(varied) || usual.result() == Ending.Result.ABSENT || isOtherwise(usual)) {
                return Optional.empty();
            }
            with = with.plus(!failsUsually);
            without = without.plus(failsUsually);
        }
        return Optional.of(new Found(variant, with, without));
    }
}
