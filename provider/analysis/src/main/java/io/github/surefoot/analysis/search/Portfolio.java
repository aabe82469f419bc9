package io.github.surefoot.analysis.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The ways of a search, and what each has brought. That is always taken of which most is to be hoped for each second: a
 * greedy bandit with an optimistic beginning, that forgets.
 */
final class Portfolio {
    private static final double MILLIS = 1000;

    private final List<Strategy> all;
    /** So long one way goes on whose trials are short: the next may find a JVM gone, and has to start another. */
    private static final Duration STREAK = Duration.ofSeconds(3);

    private final List<Strategy> open;
    private final Map<Way, WayHope> hopes = new EnumMap<>(Way.class);
    private final Map<Way, WayAccount> accounts = new EnumMap<>(Way.class);
    private final Map<Way, Looked> looked = new EnumMap<>(Way.class);
    private @Nullable Strategy last;
    private Duration spentByLast = Duration.ZERO;

    /**
     * Opens it.
     *
     * @param strategies of two of which the same is to be hoped for, the former is taken
     * @param before what ways have brought in an earlier search
     */
    Portfolio(List<Strategy> strategies, Map<Way, WayAccount> before) {
        all = List.copyOf(strategies);
        open = new ArrayList<>(strategies);
        for (Strategy one : strategies) {
            hopes.put(one.way(), WayHope.of(before.getOrDefault(one.way(), WayAccount.NOTHING)));
            accounts.put(one.way(), WayAccount.NOTHING);
        }
    }

    /** Returns the next trial; empty if there is none left. */
    Optional<Trial> next() {
        while (!open.isEmpty()) {
            Strategy strategy = goesOn().orElseGet(this::best);
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
        return of(way).perSecond(way.granted(), way.dear());
    }

    private WayHope of(Way way) {
        return hopes.getOrDefault(way, WayHope.of(WayAccount.NOTHING));
    }

    /**
     * Takes down what a trial has brought.
     *
     * @param news how many tests failed in it that had not before
     * @param spent the CPU time that it took
     */
    void brought(Way way, int news, Duration spent) {
        // What brings news is no reason to leave off, unless it takes long.
        boolean cheap = news > 0 && spent.compareTo(STREAK) < 0;
        spentByLast = spentByLast.plus(cheap ? Duration.ZERO : spent);
        double seconds = spent.toMillis() / MILLIS;
        hopes.put(way, of(way).plus(news, seconds));
        accounts.merge(way, new WayAccount(0, seconds), WayAccount::plus);
        looked.merge(way, new Looked(way, "", 1, 0, spent), (old, one) -> old.plus(1, 0, spent));
    }

    /**
     * Takes down what new JVMs have shown of what failed in a trial.
     *
     * @param finds how many flaky tests
     * @param spent the CPU time that it took
     */
    void shown(Way way, int finds, Duration spent) {
        accounts.merge(way, new WayAccount(finds, 0), WayAccount::plus);
        looked.merge(way, new Looked(way, "", 0, finds, spent), (old, one) -> old.plus(0, finds, spent));
    }

    /** Returns what each way has found, and how long it was looked at. */
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
