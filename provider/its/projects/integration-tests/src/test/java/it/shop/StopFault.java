package it.shop;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Stops its JVM, which cannot end itself any more. Run where it is asked for by its name. */
class StopFault {
    @Test
    void isStopped() throws Exception {
        Signals.send("STOP");
        new CountDownLatch(1).await();
    }
}
