package io.github.surefoot.analysis.evidence;

import io.github.surefoot.core.shard.Shard;
import io.github.surefoot.core.shard.ShardBy;
import java.util.Set;

/**
 * One shard of a run.
 *
 * @param shard which
 * @param by what the shards differ in
 * @param run the name of the run that was this shard
 * @param planned the classes that it had to run
 * @param rounds in how many rounds
 * @param millis how long it took from the begin of its first round to the end of its last; 0 if unknown
 */
public record ShardFacts(Shard shard, ShardBy by, String run, Set<String> planned, int rounds, long millis) {
    /** Copies the classes. */
    public ShardFacts {
        planned = Set.copyOf(planned);
    }

    /** Returns how many classes it had to run. */
    public int classes() {
        return planned.size();
    }
}
