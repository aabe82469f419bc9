package io.github.surefoot.worker.database.connection;

import io.github.surefoot.core.process.OwnTimeLimit;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Closes connections within a limit in this JVM's own time, whatever is going on in them. Of all that was tried on SQLite this order works:
 * let nobody in and end all waits for locks; close what is idle; interrupt the rest every 20 ms and close it as it
 * gets idle; close on a thread of its own, since the driver's close may block; and at the limit say who is stuck.
 */
public final class Closer {
    private static final long ROUND_MILLIS = 20;

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    /** After this long the thread itself is interrupted: an SQL function in Java may be asleep. */
    private static final long PATIENCE_MILLIS = 500;

    private ExecutorService thread = newThread();

    private static ExecutorService newThread() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread closer = new Thread(task, "surefoot-database-closer");
            closer.setDaemon(true);
            return closer;
        });
    }

    /** Closes all; returns those that are still open at the limit, in words. */
    synchronized List<String> close(Collection<TrackedConnection> connections, Duration limit)
            throws InterruptedException {
        long begin = System.nanoTime();
        OwnTimeLimit left = new OwnTimeLimit(limit, LOOK_EVERY);
        connections.forEach(TrackedConnection::refuse);
        List<TrackedConnection> open = new ArrayList<>(connections);
        List<String> stuck = new ArrayList<>();
        closeIdle(open, left, stuck);
        while (!open.isEmpty() && !left.isOver()) {
            boolean patient = System.nanoTime() - begin < TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
            for (TrackedConnection each : open) {
                interrupt(each, patient);
            }
            Thread.sleep(ROUND_MILLIS);
            closeIdle(open, left, stuck);
        }
        open.forEach(each -> stuck.add(words(each)));
        return stuck;
    }

    private static void interrupt(TrackedConnection connection, boolean patient) {
        try {
            connection.interrupt();
        } catch (SQLException e) {
            // The statement has ended by itself, or will be named as stuck.
            System.getLogger(Closer.class.getName()).log(System.Logger.Level.DEBUG, "interrupt", e);
        }
        if (!patient) {
            connection.gate().inside().keySet().forEach(Thread::interrupt);
        }
    }

    private void closeIdle(List<TrackedConnection> open, OwnTimeLimit left, List<String> stuck)
            throws InterruptedException {
        for (Iterator<TrackedConnection> all = open.iterator(); all.hasNext(); ) {
            TrackedConnection each = all.next();
            if (each.gate().isIdle()) {
                all.remove();
                closeOne(each, left, stuck);
            }
        }
    }

    private void closeOne(TrackedConnection connection, OwnTimeLimit left, List<String> stuck)
            throws InterruptedException {
        Future<?> closing = thread.submit(() -> {
            connection.closeRaw();
            return null;
        });
        try {
            await(closing, left);
        } catch (ExecutionException e) {
            stuck.add(words(connection) + ": " + e.getCause());
        } catch (TimeoutException e) {
            stuck.add(words(connection));
            // The next connection gets a thread that is not stuck.
            thread.shutdown();
            thread = newThread();
        }
    }

    private static void await(Future<?> closing, OwnTimeLimit left)
            throws InterruptedException, ExecutionException, TimeoutException {
        while (true) {
            try {
                closing.get(left.waitMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                if (left.isOver()) {
                    throw e;
                }
            }
        }
    }

    private static String words(TrackedConnection connection) {
        return "the connection opened at " + connection.site().line() + " is held by " + connection.heldBy();
    }

    /** Ends the thread, once it has nothing more to close. */
    public synchronized void shutdown() {
        thread.shutdown();
    }
}
