package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.TestId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings the executions of every test into the order of rounds, and accounts for those that are not there. */
final class TestAssembler {
    private final RunCollector run;
    private final List<RoundCollector> rounds;

    TestAssembler(RunCollector run, List<RoundCollector> rounds) {
        this.run = run;
        this.rounds = rounds;
    }

    List<TestEvidence> assemble() {
        Map<TestId, List<TestCollector>> byId =
                run.tests().stream().collect(Collectors.groupingBy(t -> t.key().id()));
        List<TestRow> rows = new ArrayList<>(byId.size());
        byId.values().forEach(sameName -> rows.addAll(instances(sameName)));
        Containers containers = Containers.among(rows);
        Absences absences = new Absences(run, rounds, containers);
        List<TestEvidence> tests = new ArrayList<>(rows.size());
        for (TestRow row : rows) {
            tests.add(row.toEvidence(containers.contains(row), absences));
        }
        tests.sort(Comparator.naturalOrder());
        absences.report();
        return tests;
    }

    /**
     * Tells tests of one name apart, by their place among the unique identifiers of each round. Identifiers alone
     * would not do: some engines make new ones every round.
     */
    private List<TestRow> instances(List<TestCollector> sameName) {
        sameName.sort(Comparator.comparing(t -> t.key().uniqueId()));
        List<TestRow> rows = new ArrayList<>(1);
        for (int round = 1; round <= rounds.size(); round++) {
            int instance = 0;
            for (TestCollector test : sameName) {
                @Nullable Execution execution = test.in(round);
                if (execution != null) {
                    if (rows.size() == instance) {
                        rows.add(new TestRow(test, instance + 1, rounds.size()));
                    }
                    rows.get(instance++).put(execution);
                }
            }
        }
        return rows;
    }
}
