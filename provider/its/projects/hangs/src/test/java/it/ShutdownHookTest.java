package it;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ShutdownHookTest {
    @Test
    void leavesAHookThatNeverEnds() {
        Runtime.getRuntime().addShutdownHook(new Thread(ShutdownHookTest::waitForEver, "hook of a test"));
    }

    private static void waitForEver() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
