package it;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Leaves a thread that would keep a JVM alive for which nobody calls System.exit. */
class LeavesThreadTest {
    @Test
    void passes() {
        new Thread(LeavesThreadTest::waitForEver, "never ends").start();
    }

    private static void waitForEver() {
        while (true) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.interrupted();
            }
        }
    }
}
