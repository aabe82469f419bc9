package io.github.surefoot.maven.settings;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.protocol.RoundSeed;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.core.protocol.WorkerProperty;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * In which order classes and methods run.
 *
 * @param seed the seed of the random order; empty for the order that the project has configured
 */
public record Order(OptionalLong seed) {

    /** Returns the word for this order in journals and messages. */
    public String word() {
        return seed.isPresent() ? WorkerProperty.RANDOM : WorkerProperty.CONFIGURED;
    }

    /** Returns the order of rounds that are counted anew after some others: each is shuffled as it would be without. */
    Order after(int rounds) {
        return seed.isEmpty() ? this : new Order(OptionalLong.of(RoundSeed.after(seed.getAsLong(), rounds)));
    }

    static Order parse(Optional<String> order, Optional<String> seed, RandomGenerator random) {
        Optional<Long> given = seed.map(Order::parseSeed);
        return switch (order.orElse(WorkerProperty.CONFIGURED)) {
            case WorkerProperty.CONFIGURED -> new Order(OptionalLong.empty());
            // A seed people can read out and type, not nineteen digits.
            case WorkerProperty.RANDOM ->
                new Order(OptionalLong.of(given.orElseGet(() -> random.nextLong(1, 1_000_000))));
            default ->
                throw new SettingException(
                        Setting.ORDER.key(),
                        order.orElse(""),
                        "'configured' or 'random'; for example -Dsurefoot.order=random");
        };
    }

    private static long parseSeed(String value) {
        try {
            return Long.parseLong(value.strip());
        } catch (NumberFormatException e) {
            throw new SettingException(Setting.SEED.key(), value, "a whole number, for example -Dsurefoot.seed=42");
        }
    }
}
