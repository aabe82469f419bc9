package io.github.surefoot.surefire.order;

import io.github.surefoot.core.order.JupiterOrders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The seed of JUnit Jupiter's random orders where nobody has set one. JUnit draws it once in a JVM, for all rounds of one that
 * renews the project's classes only: so each of these draws its own, as each new JVM would.
 */
public final class DrawnSeed {
    private final long seed;
    private final boolean set;

    /**
     * Looks once whether somebody has set a seed for this JVM or project.
     *
     * @param seed what was drawn
     * @param tests the loader of the tests, where the project's file of configuration parameters is
     */
    DrawnSeed(long seed, ClassLoader tests) {
        this.seed = seed;
        set = System.getProperty(JupiterOrders.SEED) != null || isInTheProjectsFile(tests);
    }

    /** Draws one. */
    public static DrawnSeed draw(ClassLoader tests) {
        return new DrawnSeed(ThreadLocalRandom.current().nextLong(), tests);
    }

    long seed() {
        return seed;
    }

    /**
     * Sets it unless somebody has set another.
     *
     * @param parameters JUnit Platform's configuration parameters
     */
    public void apply(Map<String, String> parameters) {
        if (!set) {
            parameters.putIfAbsent(JupiterOrders.SEED, Long.toString(seed));
        }
    }

    private static boolean isInTheProjectsFile(ClassLoader tests) {
        try (@Nullable InputStream in = tests.getResourceAsStream(JupiterOrders.FILE)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.containsKey(JupiterOrders.SEED);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the project's " + JupiterOrders.FILE, e);
        }
    }
}
