package io.github.surefoot.analysis.evidence;

import io.github.surefoot.core.TestId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One test over all rounds.
 *
 * @param name the test, and what tells it from others that look alike
 * @param tags its JUnit tags, inherited ones included
 * @param container whether it stands for a class or a test template as a whole: such an entry exists only because
 *     something failed or was skipped before or after its tests, in {@code @BeforeAll} for instance. In rounds without
 *     such an incident it counts as passed
 * @param rowsInParallel whether it is a row of a data provider whose rows ran at once: such rows have no stable number,
 *     so that a row of this number may be another in each round
 * @param executions one per round that was started, in order
 * @param owner the class that a worker took up to run it
 * @param setAside what renewed workers told of it in rounds in which fresh ones ran it again, in order
 */
public record TestEvidence(
        TestName name,
        List<String> tags,
        boolean container,
        boolean rowsInParallel,
        List<Execution> executions,
        String owner,
        List<Execution> setAside)
        implements Comparable<TestEvidence> {
    /** Copies the lists. */
    public TestEvidence {
        tags = List.copyOf(tags);
        executions = List.copyOf(executions);
        setAside = List.copyOf(setAside);
    }

    /** A test that no worker ran twice in a round, owned by the class whose name it bears. */
    public TestEvidence(
            TestName name, List<String> tags, boolean container, boolean rowsInParallel, List<Execution> executions) {
        this(name, tags, container, rowsInParallel, executions, name.id().className(), List.of());
    }

    /** A test that its name, or the number of its instance, tells apart. */
    public TestEvidence(TestId id, int instance, List<String> tags, boolean container, List<Execution> executions) {
        this(new TestName(id, instance), tags, container, false, executions);
    }

    /** Returns the test. */
    public TestId id() {
        return name.id();
    }

    /** Returns the name for people, e.g. {@code CartTest.expires}, and where two would look alike what tells them apart. */
    public String shortName() {
        return name.shortName();
    }

    /** Tells whether it failed at least once. */
    public boolean fails() {
        return executions.stream().anyMatch(execution -> execution.outcome().countsAgainstTheTest());
    }

    /** Returns this test with each of its executions changed, those that are set aside too. */
    public TestEvidence each(UnaryOperator<Execution> change) {
        return new TestEvidence(
                name,
                tags,
                container,
                rowsInParallel,
                executions.stream().map(change).toList(),
                owner,
                setAside.stream().map(change).toList());
    }

    /**
     * Returns what was seen first in each round: by renewed workers where fresh ones ran it again. To run a test again
     * because it failed is a second chance, which proves less than the first.
     */
    public List<Execution> seenFirst() {
        if (setAside.isEmpty()) {
            return executions;
        }
        Map<Integer, Execution> first =
                setAside.stream().collect(Collectors.toMap(Execution::round, Function.identity(), (a, b) -> a));
        return executions.stream()
                .map(execution -> first.getOrDefault(execution.round(), execution))
                .toList();
    }

    @Override
    public int compareTo(TestEvidence other) {
        return name.compareTo(other.name);
    }
}
