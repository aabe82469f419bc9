package io.github.surefoot.analysis.search;

import io.github.surefoot.analysis.diagnosis.Noise;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.core.order.PairRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/**
 * What a search is to look at.
 *
 * @param classes the classes of the suite in their usual order
 * @param ways the ways that it may take
 * @param noise what it may make otherwise
 * @param seed of the shuffled orders
 * @param mostTrials after how many trials it ends, if its time is not over before
 * @param first the classes that are looked at first: those that are new or changed; empty for none
 * @param depth how far it goes
 * @param before what the ways have found in this project before
 */
public record SearchPlan(
        List<String> classes,
        Set<Way> ways,
        List<ProbeVariant> noise,
        long seed,
        int mostTrials,
        Set<String> first,
        SearchDepth depth,
        Map<Way, WayAccount> before) {
    /** Copies lists, sets and map. */
    public SearchPlan {
        classes = List.copyOf(classes);
        ways = Set.copyOf(ways);
        noise = List.copyOf(noise);
        first = Set.copyOf(first);
        before = Map.copyOf(before);
    }

    /** Returns the suite in its usual order. */
    Trial usual() {
        return Trial.plain(Way.USUAL, "in the usual order", units(classes));
    }

    /**
     * Returns the ways as strategies, in the order in which each is tried once.
     *
     * @param tests all tests of the suite
     * @param slowest gives the classes that others are likeliest to meet, the slowest first
     */
    List<Strategy> strategies(List<ProbeUnit> tests, Supplier<List<ProbeUnit>> slowest) {
        Map<Way, Strategy> all = new LinkedHashMap<>();
        all.put(Way.SHUFFLED, new OrdersStrategy(Way.SHUFFLED, depth.orders(), this::shuffled));
        all.put(Way.CLASS, new TwiceStrategy(Way.CLASS, "where its class runs alone", "classes", units(byFirst()), 1));
        all.put(Way.REVERSED, new OrdersStrategy(Way.REVERSED, 1, number -> reversed()));
        all.put(Way.NOISE, new NoiseStrategy(usual(), noise));
        all.put(Way.BESIDE, new BesideStrategy(usual(), slowest));
        all.put(Way.ALONE, new TwiceStrategy(Way.ALONE, "alone", "tests", byFirst(tests), depth.alone()));
        all.put(
                Way.PAIRS,
                new OrdersStrategy(Way.PAIRS, PairRows.of(classes.size()).rows(), this::pairs));
        all.put(Way.USUAL, new OrdersStrategy(Way.USUAL, depth.orders(), number -> usual()));
        return all.entrySet().stream()
                .filter(one -> ways.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Returns the suite backwards. */
    Trial reversed() {
        List<String> backwards = new ArrayList<>(classes);
        Collections.reverse(backwards);
        return new Trial(Way.REVERSED, "in reversed order", units(backwards), OrderKind.REVERSED, 0, 1, Noise.NONE);
    }

    private Trial shuffled(int number) {
        List<String> order = new ArrayList<>(classes);
        Collections.sort(order);
        // Neighbouring seeds of Random begin alike.
        Collections.shuffle(order, new Random(new SplittableRandom(seed + number).nextLong()));
        return new Trial(
                Way.SHUFFLED,
                "in shuffled order " + number + " of seed " + seed,
                units(order),
                OrderKind.RANDOM,
                seed,
                number,
                Noise.NONE);
    }

    private Trial pairs(int number) {
        List<String> sorted = new ArrayList<>(classes);
        Collections.sort(sorted);
        return new Trial(
                Way.PAIRS,
                "in order " + number + " by pairs",
                units(PairRows.arranged(sorted, number - 1L)),
                OrderKind.PAIRS,
                number,
                1,
                Noise.NONE);
    }

    private List<String> byFirst() {
        List<String> result =
                new ArrayList<>(classes.stream().filter(first::contains).toList());
        if (!depth.onlyFirst()) {
            classes.stream().filter(name -> !first.contains(name)).forEach(result::add);
        }
        return result;
    }

    private List<ProbeUnit> byFirst(List<ProbeUnit> tests) {
        List<ProbeUnit> result = new ArrayList<>(
                tests.stream().filter(test -> first.contains(test.className())).toList());
        if (!depth.onlyFirst()) {
            tests.stream().filter(test -> !first.contains(test.className())).forEach(result::add);
        }
        return result;
    }

    private static List<ProbeUnit> units(List<String> names) {
        return names.stream().map(ProbeUnit::ofClass).toList();
    }
}
