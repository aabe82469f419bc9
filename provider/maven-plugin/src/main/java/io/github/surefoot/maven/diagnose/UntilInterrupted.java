package io.github.surefoot.maven.diagnose;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Does something with JVMs for probes that tells what it knows at its end: if this JVM is told to end meanwhile, they are
 * stopped, and there is time to tell that.
 *
 * @param jvms what is stopped
 * @param name of the thread that does
 */
public record UntilInterrupted(ProbeJvms jvms, String name) {
    /** What may pass until what is known is printed. */
    private static final Duration TELLING = Duration.ofSeconds(5);

    /** Does it. */
    public <T> T get(Supplier<T> work) {
        CountDownLatch done = new CountDownLatch(1);
        Thread hook = new Thread(() -> stop(done), name);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            return work.get();
        } finally {
            done.countDown();
            if (!jvms.isStopped()) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
    }

    private void stop(CountDownLatch done) {
        jvms.stop();
        try {
            boolean told = done.await(TELLING.toMillis(), TimeUnit.MILLISECONDS);
            if (!told) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
