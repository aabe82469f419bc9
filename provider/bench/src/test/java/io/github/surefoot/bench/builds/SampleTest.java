package io.github.surefoot.bench.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SampleTest {
    private static final Outcomes PASSED = Outcomes.of(Map.of("a.T#one", "passed"));

    @Test
    void theBuildsOfALoopAddUpAndTheLargestWorkerCounts() {
        Sample first = new Sample(Duration.ofSeconds(10), Duration.ofSeconds(4), OptionalLong.of(2048), PASSED);
        Sample second = new Sample(Duration.ofSeconds(30), Duration.ofSeconds(8), OptionalLong.of(1024), PASSED);

        Sample loop = Sample.together(List.of(first, second));

        assertThat(loop.seconds()).isEqualTo(40);
        assertThat(loop.testSeconds()).isEqualTo(12);
        assertThat(loop.workerMebibytes()).isEqualTo(2);
    }

    @Test
    void coresThatDoNothingButRunTestsReachTheLimit() {
        Sample busy = new Sample(Duration.ofSeconds(30), Duration.ofSeconds(60), OptionalLong.empty(), PASSED);

        assertThat(busy.shareOfLimit(2)).isEqualTo(1, within(1e-9));
        assertThat(busy.shareOfLimit(4)).isEqualTo(0.5, within(1e-9));
        assertThat(busy.workerMebibytes()).isNaN();
    }
}
