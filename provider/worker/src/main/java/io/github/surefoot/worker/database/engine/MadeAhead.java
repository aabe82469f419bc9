package io.github.surefoot.worker.database.engine;

import io.github.surefoot.worker.database.fault.AttemptFailedException;
import io.github.surefoot.worker.database.fault.Attempts;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * A pool of databases that are made while the one before is in use, on a thread of its own: for engines that take longer
 * than a test should wait. One is kept ready, and one more each time somebody had to wait all the same, up to a limit.
 * Nothing is made before the first was asked for.
 */
public final class MadeAhead {
    private static final int MOST = 4;
    private static final long HURRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Attempts.Step<EngineDatabase> step;
    private final Deque<Future<EngineDatabase>> coming = new ArrayDeque<>();
    /** Threads that a driver starts in here, for as long as a database is open, are no test's. */
    private final ThreadGroup group = new ThreadGroup("surefoot-databases");

    private final ExecutorService maker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(group, task, "surefoot-database-maker");
        thread.setDaemon(true);
        return thread;
    });

    private int kept = 1;

    /** Makes databases by the step. */
    public MadeAhead(Attempts.Step<EngineDatabase> step) {
        this.step = step;
    }

    /** Returns one that was made, or the next that will be; more are begun. */
    public EngineDatabase take() throws AttemptFailedException, InterruptedException {
        Optional<Future<EngineDatabase>> ahead = next();
        if (ahead.isPresent()) {
            try {
                return await(ahead.get());
            } catch (AttemptFailedException e) {
                // Nobody waited for it then: who asks now is told of the fault only if it is still there.
                System.getLogger(MadeAhead.class.getName()).log(System.Logger.Level.DEBUG, "made ahead", e);
            }
        }
        Future<EngineDatabase> asked = begin();
        fill();
        return await(asked);
    }

    private synchronized Optional<Future<EngineDatabase>> next() {
        Optional<Future<EngineDatabase>> first = Optional.ofNullable(coming.poll());
        first.ifPresent(future -> {
            if (!future.isDone()) {
                kept = Math.min(MOST, kept + 1);
            }
            fill();
        });
        return first;
    }

    private synchronized void fill() {
        while (coming.size() < kept && !maker.isShutdown()) {
            coming.add(begin());
        }
    }

    private Future<EngineDatabase> begin() {
        try {
            return maker.submit(step::attempt);
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("The worker's databases have been disposed of", e);
        }
    }

    private EngineDatabase await(Future<EngineDatabase> future) throws AttemptFailedException, InterruptedException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            synchronized (this) {
                coming.addFirst(future);
            }
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AttemptFailedException failed) {
                throw failed;
            } else if (e.getCause() instanceof InterruptedException ended) {
                throw ended;
            } else if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("A database could not be made", e.getCause());
        }
    }

    /**
     * Makes no more, and removes what nobody has taken; returns what could not be removed, in words.
     *
     * @param limit how long to wait for the one that is being made
     * @param hurry makes an end of that, if it can; is run again and again, since it may come too early
     */
    public List<String> close(Duration limit, Runnable hurry) throws InterruptedException {
        List<String> stuck = new ArrayList<>();
        maker.shutdownNow();
        long end = System.nanoTime() + limit.toNanos();
        boolean ended = maker.awaitTermination(0, TimeUnit.MILLISECONDS);
        while (!ended && System.nanoTime() < end) {
            hurry.run();
            ended = maker.awaitTermination(
                    Math.min(HURRY_NANOS, Math.max(1, end - System.nanoTime())), TimeUnit.NANOSECONDS);
        }
        if (!ended) {
            stuck.add("the thread that makes databases does not end");
        }
        List<Future<EngineDatabase>> left;
        synchronized (this) {
            left = List.copyOf(coming);
            coming.clear();
        }
        for (Future<EngineDatabase> each : left) {
            if (each.isDone()) {
                remove(each, stuck);
            }
        }
        return stuck;
    }

    /** Whatever ended the making of it, the end of the maker among others: what was never made need not be removed. */
    private static void remove(Future<EngineDatabase> made, List<String> stuck) throws InterruptedException {
        EngineDatabase database;
        try {
            database = made.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            System.getLogger(MadeAhead.class.getName()).log(System.Logger.Level.DEBUG, "made ahead", e);
            return;
        }
        try {
            database.removeUnused();
        } catch (IOException e) {
            stuck.add(database.place() + ": " + e.getMessage());
        }
    }
}
