package io.github.surefoot.analysis.search;

import java.time.Duration;
import java.util.List;

/**
 * How a trial ended.
 *
 * @param ends of all its tests, in the order in which they ended
 * @param spent the CPU time that it took
 */
public record TrialResult(List<TrialEnd> ends, Duration spent) {
    /** Copies the list. */
    public TrialResult {
        ends = List.copyOf(ends);
    }
}
