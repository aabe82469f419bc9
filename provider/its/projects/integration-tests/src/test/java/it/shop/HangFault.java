package it.shop;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Never ends. Run where it is asked for by its name. */
class HangFault {
    @Test
    void hangs() throws Exception {
        new CountDownLatch(1).await();
    }
}
