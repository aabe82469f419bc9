package io.github.surefoot.analysis.evidence;

import io.github.surefoot.core.TestId;
import java.util.List;

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
 */
public record TestEvidence(
        TestName name, List<String> tags, boolean container, boolean rowsInParallel, List<Execution> executions)
        implements Comparable<TestEvidence> {
    /** Copies the lists. */
    public TestEvidence {
        tags = List.copyOf(tags);
        executions = List.copyOf(executions);
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

    /** Returns this test with other executions. */
    public TestEvidence with(List<Execution> others) {
        return new TestEvidence(name, tags, container, rowsInParallel, others);
    }

    @Override
    public int compareTo(TestEvidence other) {
        return name.compareTo(other.name);
    }
}
