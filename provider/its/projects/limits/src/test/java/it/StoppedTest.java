package it;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class StoppedTest {
    @Test
    void stopsItsJvm() throws Exception {
        Signals.stop();
        new CountDownLatch(1).await();
    }
}
