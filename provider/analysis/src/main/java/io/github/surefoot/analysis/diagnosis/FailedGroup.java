package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.core.order.OrderKind;
import io.github.surefoot.core.protocol.Dispatch;
import java.util.List;
import java.util.OptionalLong;

/**
 * Tests that fail alike, so that one diagnosis may do for all.
 *
 * @param subjects the tests; the first is the one that is asked about
 */
public record FailedGroup(List<Subject> subjects) {
    /** Copies the list. */
    public FailedGroup {
        subjects = List.copyOf(subjects);
    }

    /**
     * How a worker runs what it runs.
     *
     * @param worker its label, by which a replay finds it; empty if none is known
     * @param seed the number of the order, if its kind has one
     * @param round the round whose order it is
     * @param dispatch how JUnit's launcher gets the classes
     * @param kind what the order is made by
     */
    public record Order(String worker, OptionalLong seed, int round, Dispatch dispatch, OrderKind kind) {
        /** A random order if there is a seed. */
        public Order(String worker, OptionalLong seed, int round, Dispatch dispatch) {
            this(worker, seed, round, dispatch, seed.isPresent() ? OrderKind.RANDOM : OrderKind.CONFIGURED);
        }

        /** That of a test of which nothing is known but its name. */
        static final Order UNKNOWN = new Order("", OptionalLong.empty(), 1, Dispatch.EACH);
    }

    /** Returns the same, with nothing known of what ran beside the tests. */
    public FailedGroup withoutNeighbours() {
        return new FailedGroup(subjects.stream().map(Subject::withoutNeighbours).toList());
    }

    /** Returns how the first was run when it failed. */
    public Order order() {
        return subjects.get(0).order();
    }
}
