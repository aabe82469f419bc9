package io.github.surefoot.analysis.console;

import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Counts the executions of one round as they end. Not safe for use by several threads. */
public final class RoundTally {
    private static final List<String> ORDER =
            List.of("passed", "failed", "errored", "crashed", "hung", "skipped", "aborted", "not run");

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final SortedSet<String> blamed = new TreeSet<>();
    private int failed;

    /** Begins to count. */
    public RoundTally() {
        ORDER.forEach(word -> counts.put(word, 0));
    }

    /** Counts an execution that has ended. */
    public void count(TestId test, Outcome outcome) {
        counts.merge(outcome.word(), 1, Integer::sum);
        if (outcome.countsAgainstTheTest()) {
            failed++;
            blamed.add(test.shortName());
        }
    }

    /** Tells whether no execution has ended so far. */
    public boolean isEmpty() {
        return counts.values().stream().allMatch(count -> count == 0);
    }

    /** Returns how many executions so far count against their tests. */
    public int failed() {
        return failed;
    }

    /**
     * Returns the numbers so far.
     *
     * @param round from 1
     * @param millis how long it took
     */
    public RoundSummary summary(int round, long millis) {
        return new RoundSummary(round, new LinkedHashMap<>(counts), List.copyOf(blamed), millis);
    }
}
