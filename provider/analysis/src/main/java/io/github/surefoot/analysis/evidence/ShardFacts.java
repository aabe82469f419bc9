package io.github.surefoot.analysis.evidence;

import io.github.surefoot.core.shard.Shard;
import io.github.surefoot.core.shard.ShardBy;

/**
 * One shard of a run.
 *
 * @param shard which
 * @param by what the shards differ in
 * @param run the name of the run that was this shard
 * @param classes how many classes it had to run
 * @param rounds in how many rounds
 * @param millis how long it took from the begin of its first round to the end of its last; 0 if unknown
 */
public record ShardFacts(Shard shard, ShardBy by, String run, int classes, int rounds, long millis) {}
