package io.github.surefoot.surefire.order;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Shuffles classes, and has JUnit Jupiter shuffle methods, from a seed: the same seed and round, the same order. */
public final class RandomOrder {
    private static final String METHODS = "junit.jupiter.testmethod.order.default";
    private static final String METHODS_SEED = "junit.jupiter.execution.order.random.seed";
    /** The golden ratio's fraction in 64 bits. */
    private static final long GAMMA = 0x9e3779b97f4a7c15L;

    private final long seed;

    /** Shuffles from a seed. */
    public RandomOrder(long seed) {
        this.seed = seed;
    }

    /** Sorts by name first, so that the order in which a file system lists classes has no say. */
    List<Class<?>> shuffled(List<Class<?>> classes, int round) {
        return shuffled(classes, Class::getName, round);
    }

    /** Does the same with names: they come in the same order as their classes. */
    public List<String> shuffledNames(List<String> classes, int round) {
        return shuffled(classes, name -> name, round);
    }

    private <T> List<T> shuffled(List<T> classes, Function<T, String> name, int round) {
        List<T> result = new ArrayList<>(classes);
        result.sort(Comparator.comparing(name));
        Collections.shuffle(result, new Random(ofRound(round)));
        return result;
    }

    /** Sets what Surefire leaves out when it asks for a random order: the seed. */
    public void apply(Map<String, String> parameters, int round) {
        parameters.putIfAbsent(METHODS, "org.junit.jupiter.api.MethodOrderer$Random");
        parameters.put(METHODS_SEED, Long.toString(ofRound(round)));
    }

    /**
     * Returns the seed of a round. java.util.Random's first draws are nearly the same for neighbouring seeds, so it is
     * mixed as in SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
     */
    private long ofRound(int round) {
        long z = seed + round * GAMMA;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
