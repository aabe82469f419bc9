package io.github.surefoot.analysis.evidence.matching;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.TestName;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One test with a place for each round, some still empty. */
public final class TestRow {
    private final CollectedTest test;
    /** As soon as it is asked for. */
    private @Nullable UniqueIdPath path;

    private final @Nullable Execution[] byRound;
    private TestName name;

    TestRow(CollectedTest test, int rounds) {
        this.test = test;
        this.byRound = new Execution[rounds];
        this.name = new TestName(test.key().id(), 1);
    }

    /** Takes the executions of a test in all rounds in which it has any. */
    void putAll(CollectedTest of) {
        for (int round = 1; round <= byRound.length; round++) {
            @Nullable Execution execution = of.in(round);
            if (execution != null) {
                byRound[round - 1] = execution;
            }
        }
    }

    void put(Execution execution) {
        byRound[execution.round() - 1] = execution;
    }

    /** Gives it the name that tells it apart. */
    void call(TestName told) {
        this.name = told;
    }

    /** Returns the name that Surefire gives it. */
    public TestId id() {
        return test.key().id();
    }

    /** Returns what it is found by among what was collected. */
    public CollectedTest.Key key() {
        return test.key();
    }

    UniqueIdPath path() {
        UniqueIdPath known = path;
        if (known == null) {
            known = UniqueIdPath.of(test.key().uniqueId());
            path = known;
        }
        return known;
    }

    UniqueIdPath belongsTo() {
        return test.belongsTo();
    }

    /** Returns the class a worker took up to run it. */
    public String owner() {
        return test.owner();
    }

    /** Returns the name for people. */
    public String shortName() {
        return name.shortName();
    }

    TestName name() {
        return name;
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

    /** Returns its executions, in order of their rounds. */
    public List<Execution> executions() {
        return Arrays.stream(byRound).filter(Objects::nonNull).toList();
    }

    /** Returns the rounds in which it ran. */
    public List<Integer> roundsPresent() {
        return executions().stream().map(Execution::round).toList();
    }

    /**
     * Returns the test over all rounds.
     *
     * @param container whether it stands for a class or a template as a whole
     * @param absent tells the outcome of a round in which it did not appear
     * @param setAside what renewed workers told of it where fresh ones count
     */
    public TestEvidence toEvidence(
            boolean container, boolean rowsInParallel, IntFunction<Outcome> absent, List<Execution> setAside) {
        List<Execution> executions = new ArrayList<>(byRound.length);
        for (int round = 1; round <= byRound.length; round++) {
            Execution execution = in(round);
            executions.add(execution == null ? Execution.none(round, absent.apply(round)) : execution);
        }
        return new TestEvidence(name, test.tags(), container, rowsInParallel, executions, test.owner(), setAside);
    }
}
