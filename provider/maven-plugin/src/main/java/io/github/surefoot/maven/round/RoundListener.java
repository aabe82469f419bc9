package io.github.surefoot.maven.round;

/** Is told how a run goes on. */
public interface RoundListener {

    /**
     * Tells that a round is complete: its journals can be read.
     *
     * @param millis how long it took; for a warm round, its share of the whole
     * @return whether to run the next
     */
    boolean roundFinished(int round, long millis);

    /**
     * Tells that all classes of a warm round are done while later rounds are under way. It will be called complete once
     * its workers have ended.
     *
     * @param millis how long after the round before it was done
     */
    void roundDone(int round, RoundTally tally, long millis);

    /** Tells how far a round has come, about once a second. May be called by another thread than the rest. */
    void underWay(Progress progress);

    /** Tells that other workers take up what a dead one left. */
    void takenUpAgain(int round, int classes, String fault);
}
