package io.github.surefoot.analysis.evidence.matching;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.core.TestId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds which executions of several rounds are of one test. A unique identifier that is met in several rounds is a
 * test. What is left has an identifier of its own in each round, as some engines make them: there, tests of one name
 * and one owner are matched by their place among the identifiers of their round.
 */
public final class TestMatching {
    private static final Comparator<CollectedTest> BY_ID =
            Comparator.comparing(test -> test.key().uniqueId());

    private final int rounds;

    private TestMatching(int rounds) {
        this.rounds = rounds;
    }

    /**
     * Matches what was collected.
     *
     * @param rounds how many rounds there were
     * @return a row for each test, each with the name that tells it apart
     */
    public static List<TestRow> rows(Collection<CollectedTest> tests, int rounds) {
        Map<TestId, List<CollectedTest>> byName = new HashMap<>();
        for (CollectedTest test : Retries.folded(tests, rounds)) {
            byName.computeIfAbsent(test.key().id(), id -> new ArrayList<>(1)).add(test);
        }
        TestMatching matching = new TestMatching(rounds);
        List<TestRow> rows = new ArrayList<>(byName.size());
        byName.values().forEach(sameName -> rows.addAll(matching.ofOneName(sameName)));
        DistinctNames.give(rows);
        return rows;
    }

    private List<TestRow> ofOneName(List<CollectedTest> sameName) {
        if (sameName.size() == 1) {
            // Nearly every test is the only one of its name, and nothing has to be found out about it.
            return List.of(wholeRow(sameName.get(0)));
        }
        sameName.sort(BY_ID);
        Map<UniqueIdPath, List<CollectedTest>> byOwner = new LinkedHashMap<>();
        for (CollectedTest test : sameName) {
            if (!test.belongsTo().isEmpty()) {
                byOwner.computeIfAbsent(test.belongsTo(), owner -> new ArrayList<>(1))
                        .add(test);
            }
        }
        sameName.stream().filter(test -> test.belongsTo().isEmpty()).forEach(test -> group(byOwner, test)
                .add(test));
        return byOwner.values().stream()
                .flatMap(ofOneOwner -> ofOneOwner(ofOneOwner).stream())
                .toList();
    }

    /** Finds the group of a test whose engine does not say who it is, as of the tests in a class that is skipped. */
    private static List<CollectedTest> group(Map<UniqueIdPath, List<CollectedTest>> byOwner, CollectedTest test) {
        List<List<CollectedTest>> takenUpTogether = byOwner.values().stream()
                .filter(group -> group.get(0).owner().equals(test.owner()))
                .toList();
        return takenUpTogether.size() == 1
                ? takenUpTogether.get(0)
                : byOwner.computeIfAbsent(test.belongsTo(), owner -> new ArrayList<>(1));
    }

    private List<TestRow> ofOneOwner(List<CollectedTest> tests) {
        List<TestRow> rows = new ArrayList<>(1);
        List<CollectedTest> passing = new ArrayList<>(0);
        for (CollectedTest test : tests) {
            if (isMetAgain(test) && (tests.size() == 1 || !test.belongsTo().isEmpty())) {
                rows.add(wholeRow(test));
            } else {
                passing.add(test);
            }
        }
        for (int round = 1; round <= rounds; round++) {
            for (CollectedTest test : passing) {
                @Nullable Execution execution = test.in(round);
                if (execution != null) {
                    firstFree(rows, round, test).put(execution);
                }
            }
        }
        return rows;
    }

    private TestRow wholeRow(CollectedTest test) {
        TestRow row = new TestRow(test, rounds);
        row.putAll(test);
        return row;
    }

    private boolean isMetAgain(CollectedTest test) {
        return IntStream.rangeClosed(1, rounds)
                        .filter(round -> test.in(round) != null)
                        .limit(2)
                        .count()
                > 1;
    }

    private TestRow firstFree(List<TestRow> rows, int round, CollectedTest test) {
        for (TestRow row : rows) {
            if (row.in(round) == null) {
                return row;
            }
        }
        TestRow row = new TestRow(test, rounds);
        rows.add(row);
        return row;
    }
}
