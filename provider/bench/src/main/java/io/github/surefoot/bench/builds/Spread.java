package io.github.surefoot.bench.builds;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a handful of measurements of the same thing say.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param least the least
 * @param most the greatest
 */
record Spread(double median, double least, double most) {
    /**
     * Returns the spread of some values.
     *
     * @throws IllegalArgumentException if there are none
     */
    static Spread of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("No measurement, no median");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int size = sorted.size();
        double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(size - 1));
    }

    static <T> Spread of(List<T> samples, ToDoubleFunction<T> measure) {
        return of(samples.stream().map(measure::applyAsDouble).toList());
    }

    /**
     * Returns the spread of the ratios of values that were measured in the same turn: what slows down the machine for
     * a while slows down both, and the ratio stays.
     *
     * @throws IllegalArgumentException if the lists differ in length
     */
    static Spread ofRatios(List<Double> values, List<Double> bases) {
        if (values.size() != bases.size()) {
            throw new IllegalArgumentException(values.size() + " measurements cannot be paired with " + bases.size());
        }
        return of(IntStream.range(0, values.size())
                .mapToObj(turn -> values.get(turn) / bases.get(turn))
                .toList());
    }
}
