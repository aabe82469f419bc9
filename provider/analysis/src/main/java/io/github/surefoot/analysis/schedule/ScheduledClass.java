package io.github.surefoot.analysis.schedule;

import io.github.surefoot.core.TestId;
import java.util.List;

/**
 * A class that a worker took up.
 *
 * @param name its binary name
 * @param tests its executions in the order in which they started, reruns left out; those that Surefire reports under
 *     other names, as of nested classes, are among them
 * @param startedAt when, in milliseconds since 1970
 * @param endedAt when; of one that its worker did not end, when the worker last said anything
 */
public record ScheduledClass(String name, List<TestId> tests, long startedAt, long endedAt) {
    /** Copies the list. */
    public ScheduledClass {
        tests = List.copyOf(tests);
    }

    /** Returns for how many milliseconds both ran; 0 if they did not run at the same time. */
    long overlap(ScheduledClass other) {
        return Math.max(0, Math.min(endedAt, other.endedAt) - Math.max(startedAt, other.startedAt));
    }
}
