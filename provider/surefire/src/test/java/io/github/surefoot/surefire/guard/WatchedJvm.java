package io.github.surefoot.surefire.guard;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalWriter;
import io.github.surefoot.surefire.journal.ExecutionJournal;
import io.github.surefoot.surefire.journal.PlatformContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A JVM of its own that hangs in a class, or as it ends, under the watch of a worker. */
public final class WatchedJvm {
    private WatchedJvm() {}

    /** The class that hangs. */
    static final String HANGS = "shop.CartTest";

    public static void main(String... arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        try (JournalWriter journal = JournalWriter.create(
                file,
                new JournalEntry.WorkerStarted(
                        new WorkerId("run", 1, 1), ProcessHandle.current().pid(), 1, Map.of()))) {
            if (arguments[1].equals("class")) {
                ExecutionJournal executions = new ExecutionJournal(
                        "r1w1", journal, Clock.systemUTC(), new PlatformContext(new NoListener()), 1);
                executions.classStarting(HANGS);
                executions.classUnderWay(HANGS);
                Watchdog.start(executions, Optional.of(Duration.ofMillis(200)), Optional.empty(), file);
                new CountDownLatch(1).await();
            }
            ExitWatch.start(
                    Duration.ZERO,
                    threads -> journal.append(
                            new JournalEntry.WorkerStopped("r1w1", List.of(), List.of(), ThreadDump.text(threads), 2)));
            Runtime.getRuntime().addShutdownHook(new Thread(WatchedJvm::end, "hook " + arguments[1]));
            journal.append(new JournalEntry.Finished(3));
            System.exit(0);
        }
    }

    private static void end() {
        boolean ends = Thread.currentThread().getName().equals("hook that is busy");
        long end = System.nanoTime() + Duration.ofSeconds(12).toNanos();
        while (ends && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        while (!ends) {
            WatchThread.pause(Duration.ofHours(1));
        }
    }

    private static final class NoListener implements PlatformContext.ClassListener {
        @Override
        public void starting(String className) {}

        @Override
        public void finished(String className) {}
    }
}
