package io.github.surefoot.maven.round;

/** Is told how a run goes on. */
public interface RoundListener {

    /** Tells that a round is complete: its journals can be read. */
    void roundFinished(int round);

    /** Tells that other workers take up what a dead one left. */
    void takenUpAgain(int round, int classes, String fault);
}
