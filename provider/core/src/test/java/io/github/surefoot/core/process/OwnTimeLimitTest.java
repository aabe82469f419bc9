package io.github.surefoot.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class OwnTimeLimitTest {
    private static final Duration PAUSE = Duration.ofMillis(10);

    @Test
    void whoStandsStillMeetsItLater() {
        Duration time = Duration.ofMillis(120);
        long began = System.nanoTime();
        OwnTimeLimit limit = new OwnTimeLimit(time, PAUSE);
        assertThat(limit.left()).isLessThanOrEqualTo(time).isPositive();
        assertThat(limit.waitMillis()).isBetween(1L, PAUSE.toMillis());

        while (!limit.isOver()) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }

        assertThat(System.nanoTime() - began).as("never sooner than by a clock").isGreaterThanOrEqualTo(time.toNanos());
        assertThat(limit.left()).isZero();
        assertThat(limit.waitMillis()).isEqualTo(1);
    }

    @Test
    void aLimitShorterThanAPauseIsMet() {
        OwnTimeLimit limit = new OwnTimeLimit(Duration.ofNanos(1), Duration.ofDays(1));

        assertThat(limit.isOver()).isTrue();
    }

    /** As when this process was stopped. */
    @Test
    void whoIsNotAskedForLongCountsLittle() {
        OwnTimeLimit limit = new OwnTimeLimit(Duration.ofHours(1), Duration.ofNanos(1));
        LockSupport.parkNanos(PAUSE.toNanos());
        limit.left();
        LockSupport.parkNanos(PAUSE.toNanos());

        assertThat(limit.left()).isGreaterThan(Duration.ofHours(1).minusMillis(1));
    }
}
