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

    /** Tells how far a long round has come. */
    void underWay(Progress progress);

    /** Tells that other workers take up what a dead one left. */
    void takenUpAgain(int round, int classes, String fault);
}
