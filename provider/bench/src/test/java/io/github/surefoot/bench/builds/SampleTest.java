package io.github.surefoot.bench.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final Outcomes PASSED = Outcomes.of(Map.of("a.T#one", "passed"));

    @Test
    void theBuildsOfALoopAddUpAndTheLargestWorkerCounts() {
        Sample first = sample(10, Optional.of(Duration.ofMillis(15_500)), 4, OptionalLong.of(2048));
        Sample second = sample(30, Optional.of(Duration.ofSeconds(50)), 8, OptionalLong.of(1024));

        Sample loop = Sample.together(List.of(first, second));

        assertThat(loop.seconds()).isEqualTo(40);
        assertThat(loop.cpuSeconds()).isEqualTo(65.5);
        assertThat(loop.testSeconds()).isEqualTo(12);
        assertThat(loop.workerMebibytes()).isEqualTo(2);
    }

    @Test
    void aLoopOfWhichOneBuildHasNoCpuTimeHasNone() {
        Sample known = sample(10, Optional.of(Duration.ofSeconds(15)), 4, OptionalLong.of(2048));
        Sample unknown = sample(30, Optional.empty(), 8, OptionalLong.of(1024));

        assertThat(Sample.together(List.of(known, unknown)).cpuTime()).isEmpty();
        assertThat(Sample.together(List.of(unknown, known)).cpuSeconds()).isNaN();
    }

    @Test
    void coresThatDoNothingButRunTestsReachTheLimit() {
        Sample busy = sample(30, Optional.empty(), 60, OptionalLong.empty());

        assertThat(busy.shareOfLimit(2)).isEqualTo(1, within(1e-9));
        assertThat(busy.shareOfLimit(4)).isEqualTo(0.5, within(1e-9));
        assertThat(busy.workerMebibytes()).isNaN();
    }

    private static Sample sample(int seconds, Optional<Duration> cpuTime, int testSeconds, OptionalLong workerPeak) {
        return new Sample(Duration.ofSeconds(seconds), cpuTime, Duration.ofSeconds(testSeconds), workerPeak, PASSED);
    }
}
