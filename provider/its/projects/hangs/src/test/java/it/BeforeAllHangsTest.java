package it;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BeforeAllHangsTest {
    @BeforeAll
    static void hangs() throws Exception {
        new CountDownLatch(1).await();
    }

    @Test
    void neverGetsItsTurn() {}
}
