package it;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DeadlockTest {
    private final Object one = new Object();
    private final Object other = new Object();
    private final CountDownLatch bothHeld = new CountDownLatch(2);

    @Test
    void waitsForItself() throws Exception {
        Thread thread = new Thread(() -> take(other, one), "the other side");
        thread.start();
        take(one, other);
        thread.join();
    }

    private void take(Object first, Object second) {
        synchronized (first) {
            bothHeld.countDown();
            try {
                bothHeld.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            synchronized (second) {
                throw new IllegalStateException("both held");
            }
        }
    }
}
