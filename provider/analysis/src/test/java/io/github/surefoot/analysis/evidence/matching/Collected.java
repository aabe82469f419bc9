package io.github.surefoot.analysis.evidence.matching;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.util.List;
import java.util.stream.Collectors;

/** Tests as they are collected, without journals: for orders and names that no worker writes today. */
final class Collected {
    private Collected() {}

    /** Collects a test with an outcome in each round, from the first; {@link RunScript#ABSENT} where there is none. */
    static CollectedTest test(String taken, TestId id, String uniqueId, Outcome... outcomes) {
        CollectedTest test =
                new CollectedTest(CollectedTest.Key.of(id, uniqueId, taken), List.of("slow"), taken, new StackBudget());
        for (int round = 1; round <= outcomes.length; round++) {
            if (!(outcomes[round - 1] instanceof Outcome.NotRun)) {
                test.record(new Execution(round, "r" + round + "w1", outcomes[round - 1], round, 1));
            }
        }
        return test;
    }

    /** Returns each row with its outcomes, in the order of their names: {@code CartTest.adds: passed failed}. */
    static List<String> table(List<TestRow> rows) {
        return rows.stream().map(Collected::line).sorted().toList();
    }

    private static String line(TestRow row) {
        return row.shortName() + ": "
                + row.toEvidence(false, false, round -> RunScript.ABSENT, List.of()).executions().stream()
                        .map(execution -> execution.outcome().word())
                        .collect(Collectors.joining(" "));
    }
}
