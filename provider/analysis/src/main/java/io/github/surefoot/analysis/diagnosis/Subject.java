package io.github.surefoot.analysis.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A test that fails, and what the journals tell of when.
 *
 * @param test the test
 * @param failing what ran before it in the same JVM when it failed, in order; empty if no such run is known
 * @param passing the same of a run in which it passed
 * @param tests the tests of each class in these runs, in order, by the name of the class
 * @param clues what to ask first
 * @param order how it was run when it failed
 * @param ranBefore whether the JVM in which it failed had run it before
 * @param failed how many executions of the run failed
 * @param passed how many passed
 * @param failure the type of what it threw when it failed after {@code failing}; empty if that is not known
 */
public record Subject(
        ProbeUnit test,
        Optional<List<ProbeUnit>> failing,
        Optional<List<ProbeUnit>> passing,
        Map<String, List<ProbeUnit>> tests,
        Clues clues,
        FailedGroup.Order order,
        boolean ranBefore,
        int failed,
        int passed,
        String failure) {
    /** Copies lists and map. */
    public Subject {
        failing = failing.map(List::copyOf);
        passing = passing.map(List::copyOf);
        tests = Map.copyOf(tests);
    }

    /** One of which it is not known what it threw. */
    public Subject(
            ProbeUnit test,
            Optional<List<ProbeUnit>> failing,
            Optional<List<ProbeUnit>> passing,
            Map<String, List<ProbeUnit>> tests,
            Clues clues,
            FailedGroup.Order order,
            boolean ranBefore,
            int failed,
            int passed) {
        this(test, failing, passing, tests, clues, order, ranBefore, failed, passed, "");
    }

    /** Returns one of which nothing is known but its name. */
    public static Subject of(ProbeUnit test) {
        return new Subject(
                test, Optional.empty(), Optional.empty(), Map.of(), Clues.NONE, FailedGroup.Order.UNKNOWN, false, 0, 0);
    }

    /** Returns the same with others to be asked first. */
    public Subject suspecting(List<ProbeUnit> first) {
        return clued(clues.suspecting(first));
    }

    Subject withoutNeighbours() {
        return clued(clues.withoutNeighbours());
    }

    private Subject clued(Clues others) {
        return new Subject(test, failing, passing, tests, others, order, ranBefore, failed, passed, failure);
    }
}
