package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One test with a place for each round, some still empty. */
final class TestRow {
    private final TestCollector test;
    private final int instance;
    private final @Nullable Execution[] byRound;

    TestRow(TestCollector test, int instance, int rounds) {
        this.test = test;
        this.instance = instance;
        this.byRound = new Execution[rounds];
    }

    void put(Execution execution) {
        byRound[execution.round() - 1] = execution;
    }

    TestId id() {
        return test.key().id();
    }

    String owner() {
        return test.owner();
    }

    String shortName() {
        return id().shortName();
    }

    @Nullable
    Execution in(int round) {
        return byRound[round - 1];
    }

    boolean everPassed() {
        return Arrays.stream(byRound)
                .filter(Objects::nonNull)
                .anyMatch(execution -> execution.outcome() instanceof Outcome.Passed);
    }

    List<Integer> roundsPresent() {
        return Arrays.stream(byRound)
                .filter(Objects::nonNull)
                .map(Execution::round)
                .toList();
    }

    TestEvidence toEvidence(boolean container, Absences absences) {
        List<Execution> executions = new ArrayList<>(byRound.length);
        for (int round = 1; round <= byRound.length; round++) {
            Execution execution = in(round);
            if (execution == null) {
                execution = Execution.none(round, container ? absences.quiet(this, round) : absences.of(this, round));
            }
            executions.add(execution);
        }
        return new TestEvidence(id(), instance, test.tags(), container, executions);
    }
}
