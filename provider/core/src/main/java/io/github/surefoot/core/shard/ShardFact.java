package io.github.surefoot.core.shard;

/**
 * The names under which Maven's own journal of a shard tells what it is a shard of: facts of its header, and a record of
 * the resource {@link #RESOURCE} when the classes are known.
 */
public final class ShardFact {
    /** Which shard it is, as {@link Shard#text()}; in a journal without it, the run is whole. */
    public static final String SHARD = "shard";

    /** What the names of all other facts begin with. Those that differ are of shards that do not belong together. */
    public static final String PREFIX = "shard.";

    /** What the shards differ in, a {@link ShardBy}. */
    public static final String BY = "shard.by";

    /** How many rounds the whole run has. */
    public static final String ROUNDS = "shard.rounds";

    /** The fingerprint of the durations by which the classes are balanced. */
    public static final String DURATIONS = "shard.durations";

    /** What the names begin with of facts that are settings and versions; the rest is the name of the setting. */
    public static final String WITH = "shard.with.";

    /** The resource whose record tells of the plan. */
    public static final String RESOURCE = "shard";

    /** The event of that record. */
    public static final String PLANNED = "planned";

    /** The fingerprint of the whole plan: see {@link ShardPlan#fingerprint()}. */
    public static final String PLAN = "plan";

    /** How many classes the whole run has. */
    public static final String CLASSES = "classes";

    private ShardFact() {}
}
