package io.github.surefoot.analysis.diagnosis;

/** Runs probes. */
@FunctionalInterface
public interface Prober {

    /**
     * Runs one and waits for its end.
     *
     * @throws ProbingStoppedException if no further probe can be run, because the budget is spent, say
     */
    Ending run(Probe probe) throws ProbingStoppedException;
}
