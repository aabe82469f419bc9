package io.github.surefoot.bench.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomesTest {
    private static final Outcomes PASSES = Outcomes.of(Map.of("a.T#one", "passed", "a.T#two", "passed"));

    @Test
    void theSameTestsWithTheSameOutcomesDoNotDiffer() {
        assertThat(PASSES.differences("loop", Outcomes.of(PASSES.byTest()), "fresh"))
                .isEmpty();
    }

    @Test
    void anotherOutcomeIsADifference() {
        Outcomes fails = Outcomes.of(Map.of("a.T#one", "passed", "a.T#two", "failure"));

        assertThat(PASSES.differences("loop", fails, "fresh"))
                .containsExactly("a.T#two: passed by loop, failure by fresh");
    }

    @Test
    void aTestThatOnlyOneWayRanIsADifference() {
        Outcomes fewer = Outcomes.of(Map.of("a.T#two", "passed"));

        assertThat(PASSES.differences("loop", fewer, "fresh"))
                .containsExactly("a.T#one: passed by loop, not run by fresh");
        assertThat(fewer.differences("fresh", PASSES, "loop"))
                .containsExactly("a.T#one: not run by fresh, passed by loop");
    }

    @Test
    void aTestThatPassesInOneBuildOfALoopAndFailsInAnotherIsFlaky() {
        Outcomes fails = Outcomes.of(Map.of("a.T#one", "passed", "a.T#two", "failure"));

        Outcomes loop = Outcomes.together(List.of(PASSES, fails, PASSES));

        assertThat(loop.byTest()).isEqualTo(Map.of("a.T#one", "passed", "a.T#two", "flaky"));
        assertThat(loop.notPassed()).isEqualTo(1);
    }
}
