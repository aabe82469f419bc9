package it;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Ends its JVM while another of its tests runs beside it; for runs with two threads a worker. */
@Execution(ExecutionMode.CONCURRENT)
class TogetherTest {
    private static final CountDownLatch BOTH = new CountDownLatch(2);

    @Test
    void endsItsJvm() throws Exception {
        BOTH.countDown();
        BOTH.await();
        Runtime.getRuntime().halt(13);
    }

    @Test
    void runsBeside() throws Exception {
        BOTH.countDown();
        BOTH.await();
        Thread.sleep(60_000);
    }
}
