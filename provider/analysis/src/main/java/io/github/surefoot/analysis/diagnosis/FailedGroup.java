package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.core.protocol.Dispatch;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Tests that fail alike, so that one diagnosis may do for all.
 *
 * @param subjects the tests; the first is the one that failed first in its worker
 * @param order how they were run when they failed
 */
public record FailedGroup(List<Subject> subjects, Order order) {
    /** Copies the list. */
    public FailedGroup {
        subjects = List.copyOf(subjects);
    }

    /**
     * How a worker runs what it runs.
     *
     * @param worker its label, by which a replay finds it; empty if none is known
     * @param seed the seed of the random order, if it is random
     * @param round the round whose order it is
     * @param dispatch how JUnit's launcher gets the classes
     */
    public record Order(String worker, OptionalLong seed, int round, Dispatch dispatch) {}

    FailedGroup with(FailedGroup other) {
        List<Subject> both = new ArrayList<>(subjects);
        both.addAll(other.subjects);
        return new FailedGroup(both, order);
    }
}
