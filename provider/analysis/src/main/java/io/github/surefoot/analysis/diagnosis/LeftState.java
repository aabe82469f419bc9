package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.core.probe.StateChange;
import java.util.List;

/**
 * What of all that was left behind makes the difference for a test: that with which undone it ends the other way.
 *
 * @param trials runs the test
 * @param before what leaves it behind
 * @param fails whether the test fails after it
 */
record LeftState(ProbeTrials trials, List<ProbeUnit> before, boolean fails) {

    /** Returns it; empty if nothing that can be compared and undone makes the difference. */
    List<StateChange> find() throws ProbingStoppedException {
        Ending looked = trials.looking(before, List.of());
        if (!as(looked, fails) || looked.changes().isEmpty()) {
            return List.of();
        }
        Minimum.Question<StateChange> matters = some -> as(trials.looking(before, some), !fails);
        return matters.doIt(looked.changes()) ? new Minimum<>(matters).of(looked.changes()) : List.of();
    }

    private static boolean as(Ending ending, boolean failed) {
        return ending.result() == (failed ? Ending.Result.FAILED : Ending.Result.PASSED);
    }
}
