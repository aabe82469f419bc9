package io.github.surefoot.maven.settings;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.core.protocol.RoundSeed;
import io.github.surefoot.core.protocol.Setting;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * In which order classes and methods run.
 *
 * @param kind what it is made by
 * @param seed the seed of a random order; of pairs, the row with which the first round begins, from 1; empty otherwise
 */
public record Order(OrderKind kind, OptionalLong seed) {

    /** The order of a seed; without one, that which the project has configured. */
    public Order(OptionalLong seed) {
        this(seed.isPresent() ? OrderKind.RANDOM : OrderKind.CONFIGURED, seed);
    }

    /**
     * Returns the order that a journal tells.
     *
     * @param word as the journal has it; one that is none is that of the seed
     */
    public static Order of(String word, OptionalLong seed) {
        return OrderKind.of(word).map(kind -> new Order(kind, seed)).orElseGet(() -> new Order(seed));
    }

    /** Returns the word for this order in journals and messages. */
    public String word() {
        return kind.word();
    }

    /** Returns the order of rounds that are counted anew after some others: each is shuffled as it would be without. */
    Order after(int rounds) {
        return switch (kind) {
            case CONFIGURED, REVERSED -> this;
            case RANDOM -> new Order(kind, OptionalLong.of(RoundSeed.after(seed.orElseThrow(), rounds)));
            case PAIRS -> new Order(kind, OptionalLong.of(seed.orElseThrow() + rounds));
        };
    }

    static Order parse(Optional<String> order, Optional<String> seed, RandomGenerator random) {
        Optional<Long> given = seed.map(Order::parseSeed);
        String word = order.map(String::strip).orElse(OrderKind.CONFIGURED.word());
        OrderKind kind = OrderKind.of(word)
                .orElseThrow(() -> new SettingException(
                        Setting.ORDER.key(), word, OrderKind.allowed() + "; for example -Dsurefoot.order=random"));
        return new Order(
                kind,
                switch (kind) {
                    case CONFIGURED, REVERSED -> OptionalLong.empty();
                    // A seed people can read out and type, not nineteen digits.
                    case RANDOM -> OptionalLong.of(given.orElseGet(() -> random.nextLong(1, 1_000_000)));
                    case PAIRS -> OptionalLong.of(given.map(Order::row).orElse(1L));
                });
    }

    private static long row(long given) {
        if (given < 1) {
            throw new SettingException(
                    Setting.SEED.key(),
                    Long.toString(given),
                    "with -Dsurefoot.order=pairs the row of the first round, from 1: -Dsurefoot.seed=14 goes on after"
                            + " thirteen rounds");
        }
        return given;
    }

    private static long parseSeed(String value) {
        try {
            return Long.parseLong(value.strip());
        } catch (NumberFormatException e) {
            throw new SettingException(Setting.SEED.key(), value, "a whole number, for example -Dsurefoot.seed=42");
        }
    }
}
