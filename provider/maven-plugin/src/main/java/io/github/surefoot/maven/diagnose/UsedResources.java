package io.github.surefoot.maven.diagnose;

import io.github.surefoot.core.process.OpenResources;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Watches what a JVM uses that another can use too, by looking again and again. */
final class UsedResources implements AutoCloseable {
    private static final long PAUSE_MILLIS = 8;

    private final long process;
    private final Path directory;
    private final Set<String> seen = new TreeSet<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread = new Thread(this::watch, "surefoot-used");

    private UsedResources(long process, Path directory) {
        this.process = process;
        this.directory = directory;
        thread.setDaemon(true);
    }

    /**
     * Begins.
     *
     * @param process the JVM
     * @param directory its working directory, whose files are told
     */
    static UsedResources of(long process, Path directory) {
        UsedResources used = new UsedResources(process, directory);
        used.thread.start();
        return used;
    }

    private void watch() {
        try {
            do {
                Set<String> now = OpenResources.of(process, directory);
                synchronized (seen) {
                    seen.addAll(now);
                }
            } while (!over.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns what was seen by now. */
    Set<String> seen() {
        synchronized (seen) {
            return Set.copyOf(seen);
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
