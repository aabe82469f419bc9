package io.github.surefoot.analysis.console;

import io.github.surefoot.analysis.evidence.matching.CollectedTest;
import io.github.surefoot.analysis.evidence.matching.TestRow;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What tests that look alike are called in the lines on the rounds of a run: the same in each round, be they alone there. Not
 * safe for use by several threads.
 */
public final class RoundNames {
    private final Map<CollectedTest.Key, String> distinct = new HashMap<>();
    private final Set<CollectedTest.Key> known = new HashSet<>();

    /** Tells whether all these tests have been looked at, so that there is nothing to learn from them. */
    boolean knows(Collection<CollectedTest.Key> tests) {
        return known.containsAll(tests);
    }

    /** Returns what a test of a round is called, and remembers it. */
    String of(TestRow row) {
        known.add(row.key());
        if (!row.shortName().equals(row.id().shortName())) {
            distinct.put(row.key(), row.shortName());
        }
        return distinct.getOrDefault(row.key(), row.shortName());
    }
}
