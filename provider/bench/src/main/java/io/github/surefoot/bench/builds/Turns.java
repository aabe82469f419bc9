package io.github.surefoot.bench.builds;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures several contenders in turns, A B A B and so on, so that each meets the machine in the same moods.
 *
 * @param <C> a contender
 * @param <S> a measurement
 */
final class Turns<C, S> {
    /** Measures one contender once. */
    interface Measurement<C, S> {
        S measure(C contender, int turn) throws IOException, InterruptedException;
    }

    private final List<C> contenders;

    Turns(List<C> contenders) {
        this.contenders = List.copyOf(contenders);
    }

    /** Returns the measurements of each contender, the n-th of the n-th turn. */
    Map<C, List<S>> take(int turns, Measurement<C, S> measurement) throws IOException, InterruptedException {
        Map<C, List<S>> samples = new LinkedHashMap<>();
        contenders.forEach(contender -> samples.put(contender, new ArrayList<>()));
        for (int turn = 1; turn <= turns; turn++) {
            for (Map.Entry<C, List<S>> contender : samples.entrySet()) {
                contender.getValue().add(measurement.measure(contender.getKey(), turn));
            }
        }
        return samples;
    }
}
