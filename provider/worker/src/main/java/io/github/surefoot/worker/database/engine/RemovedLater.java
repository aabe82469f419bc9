package io.github.surefoot.worker.database.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Removes databases that nobody can get into any more, on a thread of its own: for servers on which that takes longer than
 * a class should wait. Each is begun at once, since what waits would be written to disk meanwhile; who adds faster than
 * they go waits for room. A worker that is killed leaves its databases to the sweep, as ever.
 */
public final class RemovedLater {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MOST = 8;

    private final Removal removal;
    private final Duration limit;
    private final Semaphore room = new Semaphore(MOST);
    /** Those that are still there, and why if that was tried. */
    private final Map<String, String> left = new TreeMap<>();

    private final ExecutorService remover = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "surefoot-database-remover");
        thread.setDaemon(true);
        return thread;
    });

    /** How one is removed. */
    @FunctionalInterface
    public interface Removal {
        /** Removes it; what is not there is removed. */
        void remove(String name) throws SQLException;
    }

    /** Removes by the step; nothing is waited for longer than ten seconds. */
    public RemovedLater(Removal removal) {
        this(removal, LIMIT);
    }

    RemovedLater(Removal removal, Duration limit) {
        this.removal = removal;
        this.limit = limit;
    }

    /**
     * Removes one later, or as soon as there is room.
     *
     * @return whether it will be; false if there was no room for too long, or all is over
     */
    public boolean add(String name) throws InterruptedException {
        if (!room.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        synchronized (left) {
            left.put(name, "not tried yet");
        }
        try {
            remover.execute(() -> {
                try {
                    remove(name);
                } finally {
                    room.release();
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            room.release();
            synchronized (left) {
                left.remove(name);
            }
            return false;
        }
    }

    private void remove(String name) {
        try {
            removal.remove(name);
            synchronized (left) {
                left.remove(name);
            }
        } catch (SQLException e) {
            synchronized (left) {
                left.put(name, String.valueOf(e.getMessage()));
            }
        }
    }

    /** Removes all that is left, trying again what could not be; returns what still cannot, in words. */
    public List<String> close() throws InterruptedException {
        remover.execute(() -> {
            List<String> again;
            synchronized (left) {
                again = List.copyOf(left.keySet());
            }
            again.forEach(this::remove);
        });
        remover.shutdown();
        boolean ended = remover.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
        List<String> stuck = new ArrayList<>();
        synchronized (left) {
            left.forEach((name, why) -> stuck.add(name + ": " + why));
        }
        if (!ended) {
            remover.shutdownNow();
        }
        return stuck;
    }
}
