package it;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Its JVM takes longer to end than it may stand still: it is stopped for a while, and then has a lot to do. */
class SlowEndTest {
    private static volatile long result;

    @Test
    void leavesWorkToTheEndOfItsJvm() {
        Runtime.getRuntime().addShutdownHook(new Thread(SlowEndTest::endSlowly, "slow hook of a test"));
    }

    private static void endSlowly() {
        try {
            Signals.stopFor(11);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(12);
        while (System.nanoTime() < end) {
            result += Long.bitCount(end ^ result);
        }
    }
}
