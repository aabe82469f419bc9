package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.matching.CollectedTest;
import io.github.surefoot.analysis.evidence.matching.StackBudget;
import io.github.surefoot.analysis.evidence.matching.TestMatching;
import io.github.surefoot.analysis.evidence.matching.TestRow;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What renewed workers told of tests in rounds in which fresh ones count: attempts of a test as one execution, as of all
 * others.
 */
final class SetAside {
    private final Map<CollectedTest.Key, TestRow> rows = new HashMap<>();

    private SetAside() {}

    /** Matches what was told. */
    static SetAside of(Collection<CollectedTest> tests, int rounds) {
        SetAside result = new SetAside();
        if (!tests.isEmpty()) {
            TestMatching.rows(tests, rounds).forEach(row -> result.rows.put(row.key(), row));
        }
        return result;
    }

    /** Returns what was told of a test, in order of the rounds. */
    List<Execution> of(CollectedTest.Key test) {
        TestRow row = rows.get(test);
        return row == null ? List.of() : row.executions();
    }

    /**
     * Returns the tests that failed there and that fresh workers never told of, without executions: classes and templates are
     * told of as a whole only where something is wrong with them.
     *
     * @param told what fresh workers told of, and renewed ones where they count
     */
    List<CollectedTest> failedUntold(Set<CollectedTest.Key> told) {
        List<CollectedTest> untold = new ArrayList<>();
        rows.forEach((key, row) -> {
            if (!told.contains(key)
                    && row.executions().stream()
                            .anyMatch(execution -> execution.outcome().countsAgainstTheTest())) {
                untold.add(new CollectedTest(key, List.of(), row.owner(), new StackBudget()));
            }
        });
        return untold;
    }
}
