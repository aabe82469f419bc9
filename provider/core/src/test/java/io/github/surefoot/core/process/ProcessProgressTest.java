package io.github.surefoot.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcessProgressTest {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private long now = 7;
    private Optional<Duration> cpu = Optional.of(Duration.ofSeconds(3));
    private final ProcessProgress progress = new ProcessProgress(() -> cpu, () -> now, PAUSE);

    private void pass(Duration time, Duration used) {
        now += time.toNanos();
        cpu = cpu.map(before -> before.plus(used));
        progress.look();
    }

    private void pass(int looks, Duration time, Duration used) {
        for (int i = 0; i < looks; i++) {
            pass(time, used);
        }
    }

    @Test
    void whatUsesNoTimeStandsStill() {
        pass(60, PAUSE, Duration.ZERO);

        assertThat(progress.standing()).isEqualTo(Duration.ofSeconds(15));
        assertThat(progress.own()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void aJvmWithNothingToDoStandsStill() {
        pass(240, PAUSE, Duration.ofNanos(500_000));

        assertThat(progress.standing()).isEqualTo(Duration.ofMinutes(1));
    }

    /** A sixtieth of a processor, as beside a hundred and twenty others on two. */
    @Test
    void whatIsSlowDoesNotStandStill() {
        pass(4 * 600, PAUSE, Duration.ofMillis(4));

        assertThat(progress.standing()).isLessThan(Duration.ofSeconds(5));
        assertThat(progress.own()).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(15));
    }

    @Test
    void whatWorksHasTheTimeOfAClock() {
        pass(40, PAUSE, PAUSE);

        assertThat(progress.standing()).isZero();
        assertThat(progress.own()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void manyThreadsAreNotManyClocks() {
        pass(40, PAUSE, PAUSE.multipliedBy(8));

        assertThat(progress.own()).isEqualTo(Duration.ofSeconds(10));
    }

    /** Stopped, this process counts nothing either. */
    @Test
    void aLookThatComesLateCountsForTwoPauses() {
        pass(Duration.ofSeconds(20), Duration.ZERO);

        assertThat(progress.standing()).isEqualTo(PAUSE.multipliedBy(2));
        assertThat(progress.own()).isEqualTo(PAUSE.multipliedBy(2));
    }

    @Test
    void aLookThatComesEarlyCountsAsItIs() {
        pass(Duration.ofMillis(3), Duration.ZERO);

        assertThat(progress.standing()).isEqualTo(Duration.ofMillis(3));
    }

    @Test
    void otherSignsOfProgressCount() {
        pass(40, PAUSE, Duration.ofNanos(100));
        progress.moved();
        assertThat(progress.standing()).isZero();

        pass(4, PAUSE, Duration.ofMillis(5));
        assertThat(progress.standing())
                .as("what was used before does not count")
                .isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whereNobodyTellsTheTimeStandsStill() {
        cpu = Optional.empty();
        pass(4, PAUSE, PAUSE);

        assertThat(progress.standing()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void realProcessesAreSeenToMove() {
        ProcessProgress self = ProcessProgress.of(ProcessHandle.current(), Duration.ofHours(1));
        long since = System.nanoTime();
        long sum = 0;
        do {
            for (int i = 0; i < 1_000_000; i++) {
                sum += Long.bitCount(since + i);
            }
            self.look();
        } while (self.standing().compareTo(Duration.ZERO) > 0);

        assertThat(sum).isPositive();
        assertThat(self.own()).isPositive();
    }
}
