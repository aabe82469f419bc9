package io.github.surefoot.surefire.order;

import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.core.order.PairRows;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An order of classes and methods that is not the project's own: the same kind, number and round, the same order.
 *
 * @param kind what it is made by
 * @param number the seed of a random order, or the row, from 1, with which the first round of pairs begins
 */
public record TestOrder(OrderKind kind, long number) {

    /** Returns the one that a worker is told; empty if it is the project's own. */
    public static Optional<TestOrder> of(WorkerSettings settings) {
        OrderKind kind = settings.orderKind();
        return kind == OrderKind.CONFIGURED
                ? Optional.empty()
                : Optional.of(new TestOrder(kind, settings.seed().orElse(1)));
    }

    /** Returns classes in the order of a round. */
    List<Class<?>> classes(List<Class<?>> found, int round) {
        return arranged(found, Class::getName, round);
    }

    /** Does the same with names: they come in the same order as their classes. */
    public List<String> names(List<String> found, int round) {
        return arranged(found, name -> name, round);
    }

    private <T> List<T> arranged(List<T> found, Function<T, String> name, int round) {
        List<T> result = new ArrayList<>(found);
        switch (kind) {
            case RANDOM -> {
                return new RandomOrder(number).shuffled(result, name, round);
            }
            case REVERSED -> Collections.reverse(result);
            case PAIRS -> {
                // By name first, so that the order in which a file system lists classes has no say.
                result.sort(Comparator.comparing(name));
                return PairRows.arranged(result, row(round));
            }
            case CONFIGURED -> {
                // As it is.
            }
        }
        return result;
    }

    private long row(int round) {
        return number - 1 + round - 1;
    }

    /**
     * Has the engines order methods as far as they can be told by JUnit Platform's configuration parameters, and leave classes
     * in this order, whatever else these or the project say.
     *
     * @param settings tell whether an order of methods is the project's: that stays
     */
    public void apply(Map<String, String> parameters, WorkerSettings settings, int round) {
        if (kind != OrderKind.CONFIGURED) {
            JupiterOrderers.keepGivenClasses(parameters);
        }
        if (kind == OrderKind.RANDOM) {
            // The other kinds rearrange what Jupiter has found: backwards is the project's order of methods, backwards.
            JupiterOrderers.removeMethods(parameters, settings);
            new RandomOrder(number).apply(parameters, round);
        } else if (kind != OrderKind.CONFIGURED) {
            TestNgListening.apply(parameters);
        }
    }

    /** Returns the order of methods in a round. */
    MethodOrder methods(int round) {
        return switch (kind) {
            case RANDOM -> new MethodOrder(kind, new RandomOrder(number).ofRound(round));
            case PAIRS -> new MethodOrder(kind, row(round));
            case REVERSED, CONFIGURED -> new MethodOrder(kind, 0);
        };
    }
}
