package it;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StoppedInSetupTest {
    @BeforeAll
    static void stopsItsJvm() throws Exception {
        Signals.stop();
        new CountDownLatch(1).await();
    }

    @Test
    void neverBegins() {}
}
