package io.github.surefoot.surefire.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ThreadDumpTest {
    private final CountDownLatch waiting = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    private Thread stuck(String name) throws InterruptedException {
        Thread thread = new Thread(
                () -> {
                    waiting.countDown();
                    try {
                        go.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                name);
        thread.start();
        waiting.await();
        return thread;
    }

    @Test
    void everyThreadIsThereWithWhatItDoes() throws Exception {
        Thread thread = stuck("shop-cart");
        try {
            assertThat(ThreadDump.now().toString())
                    .contains("\"shop-cart\" ", "\tat ", "io.github.surefoot.surefire.guard.ThreadDumpTest");
        } finally {
            go.countDown();
            thread.join();
        }
    }

    @Test
    void ourOwnThreadsOnlyLookOn() throws Exception {
        Thread thread = stuck("surefoot-something");
        try {
            assertThat(ThreadDump.now().toString()).doesNotContain("surefoot-something");
        } finally {
            go.countDown();
            thread.join();
        }
    }

    @Test
    void theClassThatAThreadIsInIsFoundThroughWhatIsNestedInIt() throws Exception {
        Thread thread = stuck("shop-cart");
        try {
            ThreadDump dump = ThreadDump.now();
            assertThat(dump.anyOf(Set.of("shop.OtherTest", ThreadDumpTest.class.getName())))
                    .contains(ThreadDumpTest.class.getName());
            assertThat(dump.anyOf(Set.of("shop.OtherTest"))).isEmpty();
        } finally {
            go.countDown();
            thread.join();
        }
    }
}
