package it;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class AfterAllHangsTest {
    @Test
    void passesBefore() {}

    @AfterAll
    static void hangs() throws Exception {
        new CountDownLatch(1).await();
    }
}
