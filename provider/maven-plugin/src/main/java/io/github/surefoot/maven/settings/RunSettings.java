package io.github.surefoot.maven.settings;

import io.github.surefoot.core.SettingException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * How a run is to go, as users set it.
 *
 * @param rounds how many rounds, from 1
 * @param workers as Surefire's {@code forkCount}; empty to leave it to the project's Surefire configuration
 * @param warm whether workers are kept between rounds
 * @param overlap whether workers that are done with a round go on to the next while others finish it
 * @param order in which order classes and methods run
 * @param disposalTimeout how long closing a worker's resources may take
 * @param testTimeout how long a test may take before it counts as hung; empty for as long as it likes
 * @param roundTimeout how long a round may take before its workers are ended; empty for as long as it likes
 */
public record RunSettings(
        int rounds,
        Optional<WorkerCount> workers,
        boolean warm,
        boolean overlap,
        Order order,
        Duration disposalTimeout,
        Optional<Duration> testTimeout,
        Optional<Duration> roundTimeout) {
    private static final int MOST_ROUNDS = 100_000;

    /**
     * Reads the settings of a run.
     *
     * @param properties the value of a property, if it is set
     * @throws SettingException if a value cannot be used
     */
    public static RunSettings parse(Function<String, Optional<String>> properties, RandomGenerator random) {
        return new RunSettings(
                properties.apply("surefoot.rounds").map(RunSettings::rounds).orElse(1),
                properties.apply("surefoot.workers").map(value -> WorkerCount.parse("surefoot.workers", value)),
                properties
                        .apply("surefoot.reuseWorkers")
                        .map(value -> flag("surefoot.reuseWorkers", value))
                        .orElse(false),
                properties
                        .apply("surefoot.overlapRounds")
                        .map(value -> flag("surefoot.overlapRounds", value))
                        .orElse(true),
                Order.parse(properties.apply("surefoot.order"), properties.apply("surefoot.seed"), random),
                properties
                        .apply("surefoot.disposalTimeout")
                        .map(value -> Durations.parse("surefoot.disposalTimeout", value))
                        .orElse(Duration.ofSeconds(15)),
                limit("surefoot.testTimeout", properties),
                limit("surefoot.roundTimeout", properties));
    }

    /**
     * Returns the same with rounds that run one after the other, since each may be the last. Those of warm workers
     * are not told apart while they run: all are run.
     */
    public RunSettings oneByOne() {
        return warm
                ? this
                : new RunSettings(rounds, workers, warm, false, order, disposalTimeout, testTimeout, roundTimeout);
    }

    /** Returns how long a worker may live: a warm one has the time of all its rounds. */
    public Optional<Duration> workerTimeout() {
        return roundTimeout.map(limit -> warm ? limit.multipliedBy(rounds) : limit);
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
                "surefoot.rounds",
                value,
                "a whole number from 1 to " + MOST_ROUNDS + ", for example -Dsurefoot.rounds=5");
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
