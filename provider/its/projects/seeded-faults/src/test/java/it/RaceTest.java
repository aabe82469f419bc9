package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Two threads count, and neither waits for the other: now and then one is lost, as is drawn. */
class RaceTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch counted = new CountDownLatch(1);
    private volatile int count;

    @Test
    void countsBoth() throws Exception {
        boolean lost = Draws.next("race") < 45;
        Thread other = new Thread(this::countToo);
        other.start();

        int seen = count;
        if (lost) {
            begun.countDown();
            counted.await();
        }
        count = seen + 1;
        begun.countDown();

        other.join();
        assertEquals(2, count);
    }

    private void countToo() {
        try {
            begun.await();
            count++;
            counted.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
