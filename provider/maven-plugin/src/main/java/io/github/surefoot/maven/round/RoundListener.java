package io.github.surefoot.maven.round;

import io.github.surefoot.analysis.console.RoundSummary;
import io.github.surefoot.core.process.LeftProcess;
import io.github.surefoot.core.shard.ShardPlan;

/** Is told how a run of several rounds goes on. All but the last method may be called by another thread than the run's. */
public interface RoundListener {

    /**
     * Tells that a round is complete, in order, while later rounds may be under way.
     *
     * @param summary the round; it took as long as from its first class to its last
     * @return whether to go on; what is under way anyway is not broken off
     */
    boolean roundFinished(RoundSummary summary);

    /** Tells whether the rounds that were run are as many as are needed, now that no worker is at work. */
    boolean isDecided();

    /** Tells how far a round has come, about once a second. */
    void underWay(Progress progress);

    /** Tells that tests have left a process behind: the run may not end before it does. */
    void processLeft(LeftProcess left);

    /**
     * Tells that classes are not renewed although that was asked for.
     *
     * @param why why, as the end of a sentence
     */
    void notRenewed(String why);

    /**
     * Tells that shards cannot take equally long, since one class takes longer than a shard on average.
     *
     * @param longest that class
     * @param slowestOverMean how long the slowest shard takes by plan, over the average
     */
    void unevenShards(ShardPlan.LongestClass longest, double slowestOverMean);

    /**
     * Tells that a fresh worker runs again what a renewed one ran, to see whether what failed there fails anyway.
     *
     * @param worker the renewed one, e.g. {@code r6w1}
     * @param classes how many classes it runs
     */
    void confirms(String worker, int classes);

    /** Tells that fresh workers run a round once more beside the others, for the same reason. */
    void confirmsRound();

    /** Tells that other workers take up what a dead one left. */
    void takenUpAgain(int round, int classes, String fault);
}
