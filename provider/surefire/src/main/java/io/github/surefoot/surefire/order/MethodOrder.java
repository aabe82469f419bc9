package io.github.surefoot.surefire.order;

import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.core.order.PairRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The order of the methods of each class in one round.
 *
 * @param kind what it is made by
 * @param number the seed of the round, or which row of pairs, from 0; of no matter otherwise
 */
record MethodOrder(OrderKind kind, long number) {
    private static final String SEPARATOR = ":";

    /**
     * Returns what belongs to one class in this order.
     *
     * @param found in the order that it has by itself
     * @param name a name that stays the same from run to run
     */
    <T> List<T> arranged(List<T> found, Function<T, String> name) {
        List<T> result = new ArrayList<>(found);
        switch (kind) {
            case RANDOM -> result.sort(Comparator.comparingLong(one -> SplitMix.place(number, name.apply(one))));
            case REVERSED -> Collections.reverse(result);
            case PAIRS -> {
                result.sort(Comparator.comparing(name));
                return PairRows.arranged(result, number);
            }
            case CONFIGURED -> {
                // As it is.
            }
        }
        return result;
    }

    /** Returns it as one word. */
    String text() {
        return kind.word() + SEPARATOR + number;
    }

    /**
     * Reads what {@link #text} gave.
     *
     * @throws IllegalArgumentException if it is no such word
     */
    static MethodOrder parse(String text) {
        String[] parts = text.split(SEPARATOR, 2);
        OrderKind kind = OrderKind.of(parts[0])
                .filter(known -> parts.length == 2)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no order of methods"));
        return new MethodOrder(kind, Long.parseLong(parts[1]));
    }
}
