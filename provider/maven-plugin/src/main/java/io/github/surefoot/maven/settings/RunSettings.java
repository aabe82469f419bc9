package io.github.surefoot.maven.settings;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.core.shard.ShardRounds;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * How a run is to go, as users set it.
 *
 * @param rounds how many rounds, from 1
 * @param workers as Surefire's {@code forkCount}, or the number that is fastest; empty to leave it to the project's Surefire
 *     configuration
 * @param workersOtherwise the number if that says nothing either; empty for Surefire's own in one round, and one for
 *     each core in several
 * @param kind what workers share between rounds
 * @param overlap whether workers that are done with a round go on to the next while others finish it
 * @param order in which order classes and methods run
 * @param disposalTimeout how long closing a worker's resources may take
 * @param testTimeout how long a test may take before it counts as hung; empty for as long as it likes
 * @param roundTimeout how long a round may take before its workers are ended; empty for as long as it likes
 */
public record RunSettings(
        int rounds,
        Optional<WorkerCount> workers,
        Optional<WorkerCount> workersOtherwise,
        WorkerKind kind,
        boolean overlap,
        Order order,
        Duration disposalTimeout,
        Optional<Duration> testTimeout,
        Optional<Duration> roundTimeout) {
    private static final Set<String> LEAKS = Set.of("warn", "fail", "off");
    static final int MOST_ROUNDS = 100_000;

    /**
     * Reads the settings of a run.
     *
     * @param properties the value of a property, if it is set
     * @throws SettingException if a value cannot be used
     */
    public static RunSettings parse(Function<String, Optional<String>> properties, RandomGenerator random) {
        properties.apply(Setting.LEAKED_PROCESSES.key()).ifPresent(RunSettings::checkLeaks);
        RunSettings settings = read(properties, random);
        if (settings.kind() == WorkerKind.RENEWED && !settings.overlap()) {
            throw new SettingException(
                    Setting.OVERLAP_ROUNDS.key(),
                    "false",
                    "renewed workers go from one round to the next as they like",
                    "Remove it, or set -D" + Setting.WORKERS_KIND.key() + "=fresh.");
        }
        if (settings.order().kind() == OrderKind.PAIRS
                && settings.workers()
                        .filter(count -> !count.equals(WorkerCount.ONE) && !count.isFastest())
                        .isPresent()) {
            throw new SettingException(
                    Setting.WORKERS.key(),
                    properties.apply(Setting.WORKERS.key()).orElse(""),
                    "1, or not set, with -D" + Setting.ORDER.key()
                            + "=pairs: what runs directly before what holds in one" + " worker");
        }
        return settings;
    }

    private static RunSettings read(Function<String, Optional<String>> properties, RandomGenerator random) {
        return new RunSettings(
                properties.apply(Setting.ROUNDS.key()).map(RunSettings::rounds).orElse(1),
                workers(Setting.WORKERS, properties),
                workers(Setting.WORKERS_DEFAULT, properties),
                WorkerKinds.parse(
                        properties.apply(Setting.WORKERS_KIND.key()), properties.apply(Setting.REUSE_WORKERS.key())),
                properties
                        .apply(Setting.OVERLAP_ROUNDS.key())
                        .map(value -> flag(Setting.OVERLAP_ROUNDS.key(), value))
                        .orElse(true),
                Order.parse(properties.apply(Setting.ORDER.key()), properties.apply(Setting.SEED.key()), random),
                properties
                        .apply(Setting.DISPOSAL_TIMEOUT.key())
                        .map(value -> Durations.parse(Setting.DISPOSAL_TIMEOUT.key(), value))
                        .orElse(Duration.ofSeconds(15)),
                limit(Setting.TEST_TIMEOUT.key(), properties),
                limit(Setting.ROUND_TIMEOUT.key(), properties));
    }

    /** Tells whether classes are renewed: there is more than the first round, which is always fresh. */
    public boolean renewed() {
        return kind == WorkerKind.RENEWED && rounds > 1;
    }

    /** Tells whether the same workers run all rounds. */
    public boolean warm() {
        return kind == WorkerKind.WARM;
    }

    /**
     * Returns the same with rounds that run one after the other, since each may be the last. Those of warm and of renewed
     * workers are not told apart while they run: all are run.
     */
    public RunSettings oneByOne() {
        return kind != WorkerKind.FRESH
                ? this
                : new RunSettings(
                        rounds,
                        workers,
                        workersOtherwise,
                        kind,
                        false,
                        order,
                        disposalTimeout,
                        testTimeout,
                        roundTimeout);
    }

    /** Returns the same for some of its rounds: each is what it would be among all. */
    public RunSettings ofShard(ShardRounds part) {
        return new RunSettings(
                part.rounds(),
                workers,
                workersOtherwise,
                kind,
                overlap,
                order.after(part.before()),
                disposalTimeout,
                testTimeout,
                roundTimeout);
    }

    /**
     * Returns how many workers to take.
     *
     * @param forkCount what the project has asked Surefire for
     */
    public WorkerCount workersFor(Optional<WorkerCount> forkCount) {
        if (order.kind() == OrderKind.PAIRS) {
            return WorkerCount.ONE;
        }
        return workers.or(() -> forkCount)
                .or(() -> workersOtherwise)
                .orElse(rounds == 1 ? WorkerCount.ONE : WorkerCount.ONE_PER_CORE);
    }

    /** Returns how long a worker may live: a warm one has the time of all its rounds. */
    public Optional<Duration> workerTimeout() {
        return roundTimeout.map(limit -> warm() ? limit.multipliedBy(rounds) : limit);
    }

    private static Optional<WorkerCount> workers(Setting setting, Function<String, Optional<String>> properties) {
        return properties.apply(setting.key()).map(value -> WorkerCount.parseOrFastest(setting.key(), value));
    }

    /** Workers read it; a value that they cannot use is refused before there are any. */
    private static void checkLeaks(String value) {
        if (!LEAKS.contains(value.strip())) {
            throw new SettingException(Setting.LEAKED_PROCESSES.key(), value, "'warn', 'fail' or 'off'");
        }
    }

    private static Optional<Duration> limit(String property, Function<String, Optional<String>> properties) {
        return properties
                .apply(property)
                .filter(value -> !value.strip().equals("off"))
                .map(value -> Durations.parse(property, value));
    }

    private static int rounds(String value) {
        try {
            int rounds = Integer.parseInt(value.strip());
            if (rounds >= 1 && rounds <= MOST_ROUNDS) {
                return rounds;
            }
        } catch (NumberFormatException e) {
            throw wrongRounds(value);
        }
        throw wrongRounds(value);
    }

    private static SettingException wrongRounds(String value) {
        return new SettingException(
                Setting.ROUNDS.key(),
                value,
                "a whole number from 1 to " + MOST_ROUNDS + ", for example -Dsurefoot.rounds=5, or auto");
    }

    /**
     * Reads a yes or no.
     *
     * @throws SettingException if the value is neither {@code true} nor {@code false}
     */
    public static boolean flag(String property, String value) {
        return switch (value.strip()) {
            case "true", "" -> true;
            case "false" -> false;
            default -> throw new SettingException(property, value, "'true' or 'false'");
        };
    }
}
