package io.github.surefoot.analysis.evidence.matching;

import static io.github.surefoot.analysis.evidence.matching.RunScript.ABSENT;
import static io.github.surefoot.analysis.evidence.matching.RunScript.FAILED;
import static io.github.surefoot.analysis.evidence.matching.RunScript.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestRowTest {
    private static final TestId ADDS = new TestId("shop.Contract", "adds");
    private static final String UNIQUE_ID = "[engine:junit-jupiter]/[class:shop.CartTest]/[method:adds()]";

    @Test
    void theTestOverAllRoundsHasAnOutcomeInEach() {
        Execution renewed = new Execution(3, "r3w1", PASSED, 1, 1);
        TestEvidence evidence = row(PASSED, ABSENT, FAILED)
                .toEvidence(true, true, round -> new Outcome.NotRun("round " + round), List.of(renewed));

        assertThat(evidence.id()).isEqualTo(ADDS);
        assertThat(evidence.tags()).containsExactly("slow");
        assertThat(evidence.container()).isTrue();
        assertThat(evidence.rowsInParallel()).isTrue();
        assertThat(evidence.setAside()).containsExactly(renewed);
        assertThat(evidence.seenFirst()).last().isEqualTo(renewed);
        assertThat(evidence.executions())
                .containsExactly(
                        new Execution(1, "r1w1", PASSED, 1, 1),
                        Execution.none(2, new Outcome.NotRun("round 2")),
                        new Execution(3, "r3w1", FAILED, 3, 1));
    }

    @Test
    void knowsInWhichRoundsItRan() {
        assertThat(row(PASSED, ABSENT, FAILED).roundsPresent()).containsExactly(1, 3);
        assertThat(row(ABSENT, ABSENT).roundsPresent()).isEmpty();
    }

    @Test
    void knowsWhetherItEverPassed() {
        assertThat(row(FAILED, PASSED).everPassed()).isTrue();
        assertThat(row(FAILED, ABSENT, FAILED).everPassed()).isFalse();
    }

    @Test
    void knowsWhoItIs() {
        TestRow row = row(PASSED);

        assertThat(row.id()).isEqualTo(ADDS);
        assertThat(row.owner()).isEqualTo("shop.CartTest");
        assertThat(row.shortName()).isEqualTo("Contract.adds");
        assertThat(row.path()).isEqualTo(UniqueIdPath.of(UNIQUE_ID));
        assertThat(row.belongsTo()).isEqualTo(row.path().parent());
    }

    private static TestRow row(Outcome... outcomes) {
        CollectedTest test = Collected.test("shop.CartTest", ADDS, UNIQUE_ID, outcomes);
        TestRow row = new TestRow(test, outcomes.length);
        row.putAll(test);
        return row;
    }
}
