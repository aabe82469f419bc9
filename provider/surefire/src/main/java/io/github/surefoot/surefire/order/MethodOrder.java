package io.github.surefoot.surefire.order;

import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.core.order.PairRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.platform.engine.UniqueId;

/**
 * The order of the methods of each class in one round.
 *
 * @param kind what it is made by
 * @param number the seed of the round, or which row of pairs, from 0; of no matter otherwise
 * @param places the places of tests that are listed, and of what holds them, by name; if there are any, nothing else decides
 */
record MethodOrder(OrderKind kind, long number, Map<String, Integer> places) {
    private static final String SEPARATOR = ":";

    MethodOrder {
        places = Map.copyOf(places);
    }

    MethodOrder(OrderKind kind, long number) {
        this(kind, number, Map.of());
    }

    /**
     * Returns the order in which tests are listed.
     *
     * @param uniqueIds JUnit Platform's identifiers of these; what is none of them goes last
     */
    static MethodOrder listed(List<String> uniqueIds) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < uniqueIds.size(); i++) {
            UniqueId part = UniqueId.parse(uniqueIds.get(i));
            places.putIfAbsent(part.getLastSegment().getValue(), i);
            places.putIfAbsent(part.toString(), i);
            while (part.getSegments().size() > 1) {
                part = part.removeLastSegment();
                places.putIfAbsent(part.toString(), i);
            }
        }
        return new MethodOrder(OrderKind.CONFIGURED, 0, places);
    }

    /**
     * Returns what belongs to one class in this order.
     *
     * @param found in the order that it has by itself
     * @param name a name that stays the same from run to run; for an order that is listed, the identifier, or the last part
     *     of it
     */
    <T> List<T> arranged(List<T> found, Function<T, String> name) {
        List<T> result = new ArrayList<>(found);
        if (!places.isEmpty()) {
            result.sort(Comparator.comparingInt(one -> places.getOrDefault(name.apply(one), Integer.MAX_VALUE)));
            return result;
        }
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

    /** Returns it as one word; one that is listed is not for engines that have to be told by a word. */
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
