package io.github.surefoot.worker.database.fault;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: doubled each time up to a limit, and of that a random part between the half
 * and the whole, so that workers that failed together do not come back together.
 *
 * @param first the longest wait before the first repetition
 * @param limit the longest wait at all
 * @param random where the jitter comes from
 */
public record Backoff(Duration first, Duration limit, RandomGenerator random) {
    private static final int DOUBLINGS = 30;

    /** Returns the usual waits: 10 ms at first, never above half a second. */
    public static Backoff usual() {
        return new Backoff(Duration.ofMillis(10), Duration.ofMillis(500), RandomGenerator.getDefault());
    }

    /**
     * Returns the wait before a repetition.
     *
     * @param repetition its number, from 1
     */
    public Duration before(int repetition) {
        long factor = 1L << Math.min(repetition - 1, DOUBLINGS);
        long whole = Math.min(limit.toNanos(), Math.multiplyExact(first.toNanos(), factor));
        return Duration.ofNanos(random.nextLong(whole / 2, whole + 1));
    }

    /** Waits before a repetition. */
    public void await(int repetition) throws InterruptedException {
        Duration wait = before(repetition);
        Thread.sleep(wait.toMillis(), wait.toNanosPart() % 1_000_000);
    }
}
