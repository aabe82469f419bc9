package io.github.surefoot.maven.round;

/** Is told how a run of several rounds goes on. All but the last method may be called by another thread than the run's. */
public interface RoundListener {

    /**
     * Tells that a round is complete, in order, while later rounds may be under way.
     *
     * @param millis how long it took, from its first class to its last
     * @return whether to go on; what is under way anyway is not broken off
     */
    boolean roundFinished(int round, RoundTally tally, long millis);

    /** Tells how far a round has come, about once a second. */
    void underWay(Progress progress);

    /** Tells that other workers take up what a dead one left. */
    void takenUpAgain(int round, int classes, String fault);
}
