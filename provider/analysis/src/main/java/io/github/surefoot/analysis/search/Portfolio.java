package io.github.surefoot.analysis.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ways of a search, and what each has brought. Each is taken once; then always that of which most is to be hoped for
 * each second: a greedy bandit with an optimistic beginning, that forgets.
 */
final class Portfolio {
    private static final double MILLIS = 1000;

    private final List<Strategy> all;
    /** So long one way goes on whose trials are short: the next may find the JVM gone, and has to start another. */
    private static final Duration STREAK = Duration.ofSeconds(2);

    private final List<Strategy> untried;
    private final List<Strategy> open;
    private final Map<Way, WayAccount> accounts = new EnumMap<>(Way.class);
    private final Map<Way, Looked> looked = new EnumMap<>(Way.class);
    private @Nullable Strategy last;
    private Duration spentByLast = Duration.ZERO;

    /**
     * Opens it.
     *
     * @param strategies in the order in which each is taken once
     * @param before what ways have brought in an earlier search
     */
    Portfolio(List<Strategy> strategies, Map<Way, WayAccount> before) {
        all = List.copyOf(strategies);
        untried = new ArrayList<>(strategies);
        open = new ArrayList<>(strategies);
        strategies.forEach(one -> accounts.put(one.way(), before.getOrDefault(one.way(), WayAccount.NOTHING)));
    }

    /** Returns the next trial; empty if there is none left. */
    Optional<Trial> next() {
        while (!open.isEmpty()) {
            Strategy strategy = goesOn().orElseGet(() -> untried.isEmpty() ? best() : untried.remove(0));
            if (strategy != last) {
                spentByLast = Duration.ZERO;
            }
            last = strategy;
            Optional<Trial> trial = strategy.next();
            if (trial.isPresent()) {
                return trial;
            }
            open.remove(strategy);
        }
        return Optional.empty();
    }

    private Optional<Strategy> goesOn() {
        return Optional.ofNullable(last)
                .filter(strategy ->
                        strategy.way().isShort() && open.contains(strategy) && spentByLast.compareTo(STREAK) < 0);
    }

    private Strategy best() {
        Strategy best = open.get(0);
        for (Strategy strategy : open) {
            if (hope(strategy.way()) > hope(best.way())) {
                best = strategy;
            }
        }
        return best;
    }

    private double hope(Way way) {
        return account(way).hope(way.granted());
    }

    private WayAccount account(Way way) {
        return accounts.getOrDefault(way, WayAccount.NOTHING);
    }

    /** Takes down what a trial has brought. */
    void brought(Way way, int finds, Duration spent) {
        // What it took to show a find is no reason to leave off.
        spentByLast = spentByLast.plus(finds == 0 ? spent : Duration.ZERO);
        accounts.put(way, account(way).plus(finds, spent.toMillis() / MILLIS));
        looked.merge(way, new Looked(way, "", 1, finds, spent), (old, one) -> old.plus(finds, spent));
    }

    Map<Way, WayAccount> accounts() {
        return Map.copyOf(accounts);
    }

    /** Returns how much of each way was looked at. */
    List<Looked> looked() {
        return all.stream()
                .map(one -> looked.getOrDefault(one.way(), new Looked(one.way(), "", 0, 0, Duration.ZERO))
                        .text(one.looked()))
                .toList();
    }
}
