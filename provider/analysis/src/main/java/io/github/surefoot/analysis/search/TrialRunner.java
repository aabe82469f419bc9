package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.ProbeJvmKind;
import io.github.surefoot.analysis.diagnosis.ProbingStoppedException;

/** Runs trials. */
@FunctionalInterface
public interface TrialRunner {
    /**
     * Runs one and waits for its end.
     *
     * @throws ProbingStoppedException if no further one can be run, because somebody has ended the search, say
     */
    TrialResult run(Trial trial, ProbeJvmKind jvm) throws ProbingStoppedException;
}
