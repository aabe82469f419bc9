package io.github.surefoot.surefire.order;

import io.github.surefoot.core.order.JupiterOrders;
import io.github.surefoot.core.protocol.RoundSeed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Shuffles classes, and has JUnit Jupiter and TestNG shuffle methods, from a seed: the same seed and round, the same order. */
public final class RandomOrder {
    private final long seed;

    /** Shuffles from a seed. */
    public RandomOrder(long seed) {
        this.seed = seed;
    }

    /** Sorts by name first, so that the order in which a file system lists classes has no say. */
    List<Class<?>> shuffled(List<Class<?>> classes, int round) {
        return shuffled(classes, Class::getName, round);
    }

    /** Does the same with whatever has a name. */
    <T> List<T> shuffled(List<T> classes, Function<T, String> name, int round) {
        List<T> result = new ArrayList<>(classes);
        result.sort(Comparator.comparing(name));
        Collections.shuffle(result, new Random(ofRound(round)));
        return result;
    }

    /** Sets what Surefire leaves out when it asks for a random order: the seed. */
    public void apply(Map<String, String> parameters, int round) {
        parameters.putIfAbsent(JupiterOrders.METHODS, JupiterOrders.RANDOM_METHODS);
        parameters.put(JupiterOrders.SEED, Long.toString(ofRound(round)));
        TestNgListening.apply(parameters);
    }

    /**
     * Returns the seed of a round. java.util.Random's first draws are nearly the same for neighbouring seeds, so it is
     * mixed.
     */
    long ofRound(int round) {
        return SplitMix.mixed(RoundSeed.after(seed, round));
    }
}
