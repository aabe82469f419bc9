package io.github.surefoot.maven.round;

import io.github.surefoot.core.TestId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One round in numbers, for the line on the console. */
public final class RoundTally {
    private static final List<String> WORDS =
            List.of("passed", "failed", "errored", "crashed", "hung", "skipped", "aborted");

    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final TreeSet<String> blamed = new TreeSet<>();

    RoundTally() {
        WORDS.forEach(word -> counts.put(word, 0));
    }

    void count(TestId test, String word, boolean against) {
        counts.merge(word, 1, Integer::sum);
        if (against) {
            blamed.add(test.shortName());
        }
    }

    /** Returns how many executions ended how, by word. */
    public Map<String, Integer> counts() {
        return counts;
    }

    /** Returns the short names of the tests that failed, sorted. */
    public List<String> blamed() {
        return List.copyOf(blamed);
    }
}
