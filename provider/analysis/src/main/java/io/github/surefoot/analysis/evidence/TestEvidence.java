package io.github.surefoot.analysis.evidence;

import io.github.surefoot.core.TestId;
import java.util.List;

/**
 * One test over all rounds.
 *
 * @param id the test
 * @param instance from 1; higher when several tests of one class bear the same name, as dynamic tests may
 * @param tags its JUnit tags, inherited ones included
 * @param container whether it stands for a class or a test template as a whole: such an entry exists only because
 *     something failed or was skipped before or after its tests, in {@code @BeforeAll} for instance. In rounds without
 *     such an incident it counts as passed
 * @param executions one per round that was started, in order
 */
public record TestEvidence(TestId id, int instance, List<String> tags, boolean container, List<Execution> executions)
        implements Comparable<TestEvidence> {
    /** Copies the lists. */
    public TestEvidence {
        tags = List.copyOf(tags);
        executions = List.copyOf(executions);
    }

    /** Returns the name for people, e.g. {@code CartTest.expires}, with the number of the instance beyond the first. */
    public String shortName() {
        return instance == 1 ? id.shortName() : id.shortName() + " (" + instance + ")";
    }

    /** Returns what it is listed as where names have to be unique: of several with one name, all but the first bear a number. */
    public TestId listedAs() {
        return instance == 1 ? id : new TestId(id.className(), id.name() + " (" + instance + ")");
    }

    @Override
    public int compareTo(TestEvidence other) {
        int byId = id.compareTo(other.id);
        return byId != 0 ? byId : Integer.compare(instance, other.instance);
    }
}
