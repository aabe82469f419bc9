package io.github.surefoot.analysis.console;

import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the executions of one round as they end. Not safe for use by several threads. */
public final class RoundTally {
    private static final List<String> ORDER =
            List.of("passed", "failed", "errored", "crashed", "hung", "skipped", "aborted", "not run");

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final SortedMap<String, Integer> blamed = new TreeMap<>();
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
            blamed.merge(test.shortName(), 1, Integer::sum);
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

    /** A round cannot say whose a test is that several classes inherit; that there are several it can. */
    private List<String> names() {
        return blamed.entrySet().stream()
                .map(name -> name.getValue() == 1 ? name.getKey() : name.getKey() + " (" + name.getValue() + " times)")
                .toList();
    }

    /**
     * Returns the numbers so far.
     *
     * @param round from 1
     * @param millis how long it took
     */
    public RoundSummary summary(int round, long millis) {
        return new RoundSummary(round, new LinkedHashMap<>(counts), names(), millis);
    }
}
