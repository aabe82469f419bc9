package io.github.surefoot.maven.surefire;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * The random order of Surefire's own, {@code runOrder=random}: it shuffles classes, and Jupiter's methods, from a seed that
 * it draws and keeps to itself. One that is drawn here can be journalled, so that a replay has the same order.
 */
public final class SurefiresRandomOrder {
    private static final String ORDER = "runOrder";
    private static final String SEED = "runOrderRandomSeed";
    private static final String RANDOM = "random";

    private SurefiresRandomOrder() {}

    /**
     * Returns what Surefire is to be given for the same order each time, by parameter; nothing if its order is not random.
     *
     * @param parameter Surefire's parameters, as the project and the user have set them
     * @param random draws the seed, if the user has set none
     */
    public static Map<String, String> of(Function<String, Optional<String>> parameter, Random random) {
        return parameter
                .apply(ORDER)
                .filter(order -> order.strip().equals(RANDOM))
                .map(order -> Map.of(
                        ORDER, RANDOM, SEED, parameter.apply(SEED).orElseGet(() -> Long.toString(random.nextLong()))))
                .orElse(Map.of());
    }

    /** Sets what {@link #of} returned, among other parameters. */
    public static void apply(Map<String, String> parameters, SurefireConfiguration configuration) {
        Optional.ofNullable(parameters.get(SEED)).ifPresent(seed -> configuration.set(SEED, seed));
    }
}
