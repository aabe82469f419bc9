package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Takes the time twice, and fails where a tick lies between: as many times as it begins shortly before one. */
class ClockTest {
    private static final long TICK_MILLIS = 200;
    private static final long BETWEEN_MILLIS = 60;

    @Test
    void isOneTick() throws Exception {
        long offset = Draws.next("clock") < 50 ? TICK_MILLIS - BETWEEN_MILLIS / 2 : BETWEEN_MILLIS / 2;
        waitFor(TICK_MILLIS - System.currentTimeMillis() % TICK_MILLIS + offset);

        long before = System.currentTimeMillis() / TICK_MILLIS;
        waitFor(BETWEEN_MILLIS);
        long after = System.currentTimeMillis() / TICK_MILLIS;

        assertEquals(before, after);
    }

    private static void waitFor(long millis) {
        long until = System.nanoTime() + millis * 1_000_000;
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
