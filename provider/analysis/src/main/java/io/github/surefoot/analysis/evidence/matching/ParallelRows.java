package io.github.surefoot.analysis.evidence.matching;

import io.github.surefoot.analysis.evidence.Execution;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the rows of TestNG's data providers that ran at once. TestNG numbers them as they happen to start, so that what
 * failed as the second in one round may be the third in the next.
 */
public final class ParallelRows {
    private static final String TESTNG = "testng";

    private ParallelRows() {}

    /** Returns those among all entries of a run. */
    public static Set<TestRow> among(Collection<TestRow> rows, int rounds) {
        Map<UniqueIdPath, List<TestRow>> methods = new HashMap<>();
        for (TestRow row : rows) {
            if (row.path().isInvocation() && row.path().isOf(TESTNG)) {
                methods.computeIfAbsent(row.path().parent(), method -> new ArrayList<>())
                        .add(row);
            }
        }
        Set<TestRow> parallel = new HashSet<>();
        for (List<TestRow> method : methods.values()) {
            for (int round = 1; round <= rounds; round++) {
                if (ranAtOnce(method, round)) {
                    parallel.addAll(method);
                }
            }
        }
        return parallel;
    }

    private static boolean ranAtOnce(List<TestRow> method, int round) {
        List<Execution> inOrder = method.stream()
                .map(row -> row.in(round))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingLong(Execution::startedAt))
                .toList();
        long end = 0;
        for (Execution execution : inOrder) {
            if (execution.startedAt() < end) {
                return true;
            }
            end = execution.startedAt() + execution.millis();
        }
        return false;
    }
}
