package io.github.surefoot.worker.database.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Removes databases that nobody can get into any more, on a thread of its own: for servers on which that takes longer than
 * a class should wait. Each is begun at once, since what waits would be written to disk meanwhile; who adds faster than
 * they go waits for room. A worker that is killed leaves its databases to the sweep, as ever.
 */
public final class RemovedLater {
    private static final int MOST = 8;
    private static final String NOT_TRIED = "not tried yet";

    private final Removal removal;
    private final Duration limit;
    private final Semaphore room = new Semaphore(MOST);
    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();
    /** Those that are still there, and why if that was tried. */
    private final Map<String, String> left = new TreeMap<>();

    private final Set<String> triedAgain = new HashSet<>();

    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService remover = Executors.newSingleThreadExecutor(named());
    private boolean closed;

    /** How one is removed. */
    @FunctionalInterface
    public interface Removal {
        /** Removes it; what is not there is removed. */
        void remove(String name) throws SQLException;
    }

    /**
     * Removes by the step.
     *
     * @param limit how long somebody waits for room
     */
    public RemovedLater(Removal removal, Duration limit) {
        this.removal = removal;
        this.limit = limit;
    }

    private ThreadFactory named() {
        return task -> {
            Thread thread = new Thread(task, "surefoot-database-remover-" + threads.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /**
     * Removes one later. Waits for room, for a while: what a slow server does not get done is no fault of who adds.
     *
     * @return whether it will be; false if all is over
     */
    public boolean add(String name) throws InterruptedException {
        boolean hasRoom = room.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS);
        boolean added = addUnused(name, () -> {
            if (hasRoom) {
                room.release();
            }
        });
        if (!added && hasRoom) {
            room.release();
        }
        return added;
    }

    /** Removes one later that nobody has used: there is nothing in it that would be written to disk. */
    public boolean addUnused(String name) {
        return addUnused(name, () -> {});
    }

    private boolean addUnused(String name, Runnable afterwards) {
        synchronized (left) {
            if (closed) {
                return false;
            }
            left.put(name, NOT_TRIED);
            waiting.add(name);
            remover.execute(() -> {
                try {
                    removeNext(removal);
                } finally {
                    afterwards.run();
                }
            });
            return true;
        }
    }

    private boolean removeNext(Removal by) {
        String name = waiting.poll();
        if (name == null) {
            return false;
        }
        try {
            by.remove(name);
            synchronized (left) {
                left.remove(name);
            }
        } catch (SQLException e) {
            synchronized (left) {
                left.put(name, String.valueOf(e.getMessage()));
                if (closed) {
                    again(name);
                }
            }
        }
        return true;
    }

    /**
     * Removes all that is left, trying again what could not be.
     *
     * @param most how long to wait for that
     * @param helpers by which more are removed at the same time, each on a thread of its own
     * @return what is still there then, in words
     */
    public List<String> close(Duration most, List<Removal> helpers) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        synchronized (left) {
            closed = true;
            left.forEach((name, why) -> {
                if (!why.equals(NOT_TRIED)) {
                    again(name);
                }
            });
        }
        ExecutorService help = Executors.newCachedThreadPool(named());
        helpers.forEach(each -> help.execute(() -> removeAll(each)));
        remover.execute(() -> removeAll(removal));
        boolean ended = true;
        for (ExecutorService each : List.of(remover, help)) {
            each.shutdown();
            ended &= each.awaitTermination(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
        waiting.clear();
        List<String> stuck = new ArrayList<>();
        synchronized (left) {
            left.forEach((name, why) -> stuck.add(name + ": " + why));
        }
        if (!ended) {
            remover.shutdownNow();
            help.shutdownNow();
        }
        return stuck;
    }

    /** Whatever could not be removed is tried once more, at the end. */
    private void again(String name) {
        if (triedAgain.add(name)) {
            waiting.add(name);
        }
    }

    private void removeAll(Removal by) {
        boolean more = true;
        while (more) {
            more = removeNext(by);
        }
    }
}
