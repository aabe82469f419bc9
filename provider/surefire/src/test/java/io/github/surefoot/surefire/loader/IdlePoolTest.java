package io.github.surefoot.surefire.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdlePoolTest {
    private final CountDownLatch end = new CountDownLatch(1);
    private ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(2);

    @AfterEach
    void end() throws InterruptedException {
        end.countDown();
        pool.shutdownNow();
        assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    /** Waits until both threads wait for something to do, if they are to. */
    private void start() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Runnable task = () -> {
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        pool.execute(task);
        pool.execute(task);
        both.await();
        while (pool.getActiveCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private void waitForTheEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void onesThreadsThatNobodyEndsAreWaitedForInVain() throws Exception {
        start();
        assertThat(IdlePool.isIdle(pool)).isTrue();
    }

    @Test
    void oneThatIsShutDownEnds() throws Exception {
        start();
        pool.shutdown();
        assertThat(IdlePool.isIdle(pool)).isFalse();
    }

    @Test
    void oneAtWorkMayBeShutDownByThat() throws Exception {
        start();
        CountDownLatch begun = new CountDownLatch(1);
        pool.execute(() -> {
            begun.countDown();
            waitForTheEnd();
        });
        // Between the queue and the thread the pool itself does not know of it.
        begun.await();
        assertThat(IdlePool.isIdle(pool)).isFalse();
    }

    @Test
    void oneWithSomethingToComeMayBeShutDownByThat() {
        ScheduledThreadPoolExecutor scheduled = new ScheduledThreadPoolExecutor(1);
        pool = scheduled;
        assertThat(scheduled.schedule(() -> {}, 1, TimeUnit.DAYS).isDone()).isFalse();
        assertThat(IdlePool.isIdle(pool)).isFalse();
    }

    @Test
    void oneWhoseThreadsEndByThemselvesIsWaitedFor() throws Exception {
        pool.setKeepAliveTime(1, TimeUnit.DAYS);
        start();
        pool.allowCoreThreadTimeOut(true);
        assertThat(IdlePool.isIdle(pool)).isFalse();
    }

    @Test
    void oneWithMoreThreadsThanItKeepsIsWaitedFor() throws Exception {
        pool = new ThreadPoolExecutor(1, 2, 1, TimeUnit.DAYS, new LinkedBlockingQueue<>(1));
        pool.execute(this::waitForTheEnd);
        pool.execute(() -> {});
        pool.execute(() -> {});
        end.countDown();
        while (pool.getActiveCount() > 0 || !pool.getQueue().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(IdlePool.isIdle(pool)).isFalse();
    }
}
