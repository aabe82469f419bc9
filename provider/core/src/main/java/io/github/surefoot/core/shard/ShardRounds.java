package io.github.surefoot.core.shard;

/**
 * The rounds of a shard: those of the first shard come first, and none has more than one more than another.
 *
 * @param before how many rounds the shards before it have
 * @param rounds how many it has itself; 0 if there are more shards than rounds
 */
public record ShardRounds(int before, int rounds) {
    /** Returns the rounds of a shard among all. */
    public static ShardRounds of(Shard shard, int all) {
        int each = all / shard.total();
        int more = all % shard.total();
        int index = shard.index() - 1;
        return new ShardRounds(index * each + Math.min(index, more), each + (index < more ? 1 : 0));
    }
}
