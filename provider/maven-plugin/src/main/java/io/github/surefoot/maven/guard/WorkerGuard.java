package io.github.surefoot.maven.guard;

import io.github.surefoot.core.journal.JournalEntry.WorkerStopped;
import io.github.surefoot.core.process.LeftProcess;
import io.github.surefoot.core.protocol.JournalDirectory;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Ends the workers that are beyond a limit and cannot end themselves. It knows of them what their journals tell, and
 * looks on a thread of its own for as long as it is not closed.
 */
public final class WorkerGuard implements AutoCloseable {
    /** Between two looks. */
    static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "surefoot-worker-guard");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Path, GuardedWorker> workers = new TreeMap<>();
    private final Path journals;
    private final WorkerLimits limits;
    private final Consumer<WorkerStopped> told;
    private final Consumer<LeftProcess> left;

    private WorkerGuard(Path journals, WorkerLimits limits, Consumer<WorkerStopped> told, Consumer<LeftProcess> left) {
        this.journals = journals;
        this.limits = limits;
        this.told = told;
        this.left = left;
    }

    /**
     * Begins to guard the workers of a run.
     *
     * @param journals the directory of their journals
     * @param told is told of each worker that is about to be ended, before that is done
     * @param left is told of each process that outlives a worker which died, and was seen before
     */
    public static WorkerGuard start(
            Path journals, WorkerLimits limits, Consumer<WorkerStopped> told, Consumer<LeftProcess> left) {
        WorkerGuard guard = new WorkerGuard(journals, limits, told, left);
        long millis = LOOK_EVERY.toMillis();
        // What it returns is not looked at: a look that fails is followed by another.
        var unused = guard.ticker.scheduleWithFixedDelay(guard::look, millis, millis, TimeUnit.MILLISECONDS);
        return guard;
    }

    private synchronized void look() {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(journals, JournalDirectory.WORKERS)) {
            for (Path file : files) {
                workers.computeIfAbsent(file, journal -> new GuardedWorker(journal, limits, System::nanoTime, left));
            }
        } catch (IOException | RuntimeException e) {
            // A test may have removed the directory: those that are known are guarded all the same.
        }
        workers.values().forEach(this::look);
    }

    private void look(GuardedWorker worker) {
        try {
            worker.look().ifPresent(told);
        } catch (RuntimeException e) {
            // The disk is full, so that nothing can be told: then the worker goes with its journal unexplained.
        }
        worker.endIfStopped();
    }

    /** Asks all workers to end, as a signal would. */
    public synchronized void askToEnd() {
        look();
        alive().forEach(ProcessHandle::destroy);
    }

    /**
     * Waits until all workers have ended, and ends those by force that take longer.
     *
     * @param patience how long they may take together
     */
    public synchronized void awaitEnd(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        for (ProcessHandle worker : alive()) {
            try {
                worker.onExit().get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException | ExecutionException e) {
                worker.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<ProcessHandle> alive() {
        return workers.values().stream()
                .flatMap(worker -> worker.process().stream())
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    /** Waits for the look that is under way, and looks no more. */
    @Override
    public void close() {
        ticker.shutdown();
        synchronized (this) {
            workers.clear();
        }
    }
}
