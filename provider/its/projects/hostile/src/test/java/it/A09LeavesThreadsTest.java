package it;

import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class A09LeavesThreadsTest {
    @Test
    void passes() {
        for (int i = 0; i < 10; i++) {
            new Thread(A09LeavesThreadsTest::waitForEver, "left behind " + i).start();
        }
    }

    private static void waitForEver() {
        while (true) {
            LockSupport.park();
            Thread.interrupted();
        }
    }
}
