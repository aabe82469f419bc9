package io.github.surefoot.maven.shard;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.core.shard.Shard;
import io.github.surefoot.core.shard.ShardBy;
import io.github.surefoot.core.shard.ShardFact;
import io.github.surefoot.core.shard.ShardPlan;
import io.github.surefoot.core.shard.ShardRequest;
import io.github.surefoot.core.shard.ShardRounds;
import io.github.surefoot.maven.settings.RunSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The run of one shard: what of the whole run it has, and what it writes down so that shards that do not belong together
 * are known.
 */
public final class ShardedRun {
    private static final String COUNT = "none";

    /** What changes what tests do or what is journalled of them, and is no secret. */
    private static final List<Setting> ALIKE = List.of(
            Setting.TEST_TIMEOUT,
            Setting.ROUND_TIMEOUT,
            Setting.FORBIDDEN,
            Setting.LEAKED_PROCESSES,
            Setting.THREADS_LEAKS,
            Setting.DATABASE_ENGINE,
            Setting.DATABASE_SCHEMA,
            Setting.DATABASE_RESET,
            Setting.DATABASE_BACKEND,
            Setting.DATABASE_ALLOW,
            Setting.DATABASE_LEAKS,
            Setting.DATABASE_LOST_COMMITS,
            Setting.EXECUTION,
            Setting.SECRETS);

    private static final List<String> FILTERS = List.of("test", "groups", "excludedGroups");

    private final ShardSettings settings;
    private final RunSettings whole;

    /**
     * Takes a part of a run.
     *
     * @param whole how the whole run is to go
     * @throws SettingException if there is no such part
     */
    public ShardedRun(ShardSettings settings, RunSettings whole) {
        this.settings = settings;
        this.whole = whole;
        if (own().rounds() == 0) {
            throw new SettingException(
                    Setting.SHARD.key(),
                    settings.shard().text(),
                    "split by rounds there can be no more shards than rounds, and there "
                            + (whole.rounds() == 1 ? "is 1 round" : "are " + whole.rounds() + " rounds"),
                    "Split by classes (-D" + Setting.SHARD_BY.key() + "=classes), or set -D" + Setting.ROUNDS.key()
                            + ".");
        }
    }

    private ShardRounds own() {
        return settings.by() == ShardBy.ROUNDS
                ? ShardRounds.of(settings.shard(), whole.rounds())
                : new ShardRounds(0, whole.rounds());
    }

    /** Returns how its own run is to go. */
    public RunSettings settings() {
        return whole.ofShard(own());
    }

    /** Returns which shard it is. */
    public Shard shard() {
        return settings.shard();
    }

    /** Returns what the shards differ in. */
    public ShardBy by() {
        return settings.by();
    }

    /**
     * Returns what is asked of whoever finds the classes.
     *
     * @param durations how long classes took, in milliseconds
     */
    public ShardRequest request(Map<String, Long> durations) {
        return settings.by() == ShardBy.ROUNDS
                ? new ShardRequest(new Shard(1, 1), Map.of())
                : new ShardRequest(settings.shard(), durations);
    }

    /**
     * Returns what its journal begins with.
     *
     * @param request what is asked of whoever finds the classes
     * @param properties the value of a property of Surefoot, if it is set
     * @param filters the value of a parameter of Surefire's that leaves tests out, if it is set: a profile of the project may leave tests out
     *     as well as the command line
     * @param pipeline the run of a CI server that all shards are of; empty if there is none
     * @param surefoot Surefoot's version
     */
    public Map<String, String> about(
            ShardRequest request,
            Function<String, Optional<String>> properties,
            Function<String, Optional<String>> filters,
            Optional<String> pipeline,
            String surefoot) {
        Map<String, String> about = new TreeMap<>();
        about.put(ShardFact.SHARD, settings.shard().text());
        about.put(ShardFact.BY, settings.by().word());
        about.put(ShardFact.ROUNDS, Integer.toString(whole.rounds()));
        about.put(
                ShardFact.DURATIONS,
                request.durations().isEmpty() ? COUNT : ShardPlan.fingerprint(request.durations()));
        Map<String, String> with = new TreeMap<>();
        with.put("Surefoot", surefoot);
        with.put("Java", Integer.toString(Runtime.version().feature()));
        pipeline.ifPresent(id -> with.put("run of the CI server", id));
        with.put(Setting.WORKERS_KIND.key(), whole.kind().word());
        with.put(Setting.ORDER.key(), whole.order().word());
        OptionalLong seed = whole.order().seed();
        if (seed.isPresent()) {
            with.put(Setting.SEED.key(), Long.toString(seed.getAsLong()));
        }
        for (Setting setting : ALIKE) {
            properties.apply(setting.key()).ifPresent(value -> with.put(setting.key(), value.strip()));
        }
        FILTERS.forEach(filter -> filters.apply(filter).ifPresent(value -> with.put(filter, value.strip())));
        with.forEach((name, value) -> about.put(ShardFact.WITH + name, value));
        return about;
    }

    /**
     * Returns what is printed before it runs.
     *
     * @param request what is asked of whoever finds the classes
     */
    public String sentence(ShardRequest request) {
        if (settings.by() == ShardBy.ROUNDS) {
            ShardRounds own = own();
            return settings.shard() + ": " + rounds(own) + " of " + whole.rounds();
        }
        int known = request.durations().size();
        return settings.shard() + " by classes, "
                + (known == 0
                        ? "as many in each: the history knows of none how long it takes"
                        : "balanced by how long they take, which the history knows of " + known);
    }

    private static String rounds(ShardRounds own) {
        int first = own.before() + 1;
        int last = own.before() + own.rounds();
        return first == last ? "round " + first : "rounds " + first + " to " + last;
    }
}
