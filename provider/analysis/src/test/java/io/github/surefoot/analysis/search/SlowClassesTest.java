package io.github.surefoot.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.diagnosis.Ending;
import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which classes are slow. */
class SlowClassesTest {
    private final SlowClasses times = new SlowClasses();

    private void took(Object... testsAndMillis) {
        List<TrialEnd> ends = Arrays.asList(new TrialEnd[testsAndMillis.length / 2]);
        for (int i = 0; i < testsAndMillis.length; i += 2) {
            ends.set(
                    i / 2,
                    new TrialEnd(
                            i / 2,
                            SimulatedTrials.test((String) testsAndMillis[i]),
                            Ending.Result.PASSED,
                            "",
                            "",
                            Duration.ofMillis((int) testsAndMillis[i + 1])));
        }
        times.add(new TrialResult(ends, Duration.ZERO));
    }

    @Test
    void whatWasSlowSinceItRanFirstIsNotSlow() {
        took("FirstTest", 900, "WaitingTest", 300, "ShortTest", 2, "LockingTest", 40);
        took("WaitingTest", 250, "LockingTest", 60, "FirstTest", 3);

        assertThat(times.slowest())
                .containsExactly(ProbeUnit.ofClass("it.WaitingTest"), ProbeUnit.ofClass("it.LockingTest"));
    }
}
