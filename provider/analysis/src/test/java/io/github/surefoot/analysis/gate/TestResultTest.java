package io.github.surefoot.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.cause.Cause;
import io.github.surefoot.analysis.evidence.TestEvidence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How a test is told of, with a cause and without. */
class TestResultTest {
    private static final TestEvidence EVIDENCE = Evidences.of("PEEE").tests().get(0);

    @Test
    void withoutACauseItsRateIsTold() {
        TestResult result = TestResult.of(EVIDENCE, "unit", Optional.empty());

        assertThat(result.score()).isEqualTo("passed 1 of 4 rounds (25 %)");
        assertThat(result.remark()).isEmpty();
    }

    @Test
    void withACauseThatIsToldAndItIsCountedTheSame() {
        Cause cause = new Cause(
                Cause.Kind.NON_IDEMPOTENT, List.of(), List.of(), false, List.of("w1"), "It fails from its second run.");
        TestResult result = TestResult.of(EVIDENCE, "unit", Optional.of(cause));

        assertThat(result.score()).isEqualTo("passed 1 of 4 rounds");
        assertThat(result.remark()).isEqualTo(" It fails from its second run.");
        assertThat(result.status()).isEqualTo(TestStatus.FLAKY);
        assertThat(result.tally()).isEqualTo(new Tally(1, 4));
    }
}
