package io.github.surefoot.worker.database.connection;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the calls inside a connection, and lets none in any more once it is to be closed: an idle connection can be
 * closed at once, and one that is not must be interrupted first.
 */
final class Gate {
    private final Map<Thread, String> inside = new ConcurrentHashMap<>();
    private boolean shut;

    /**
     * Lets the thread in.
     *
     * @param doing what it is about to do, for messages
     * @return whether this is the thread's outermost call, the one to {@link #leave}
     */
    synchronized boolean enter(String doing) throws SQLException {
        if (shut) {
            throw new SQLNonTransientConnectionException(
                    "The connection is closed: its test, or the class the database belonged to, has ended", "08003");
        }
        return inside.putIfAbsent(Thread.currentThread(), doing) == null;
    }

    synchronized void leave() {
        inside.remove(Thread.currentThread());
        if (inside.isEmpty()) {
            notifyAll();
        }
    }

    /** Lets no call in from now on; false if it was shut before. */
    synchronized boolean shut() {
        boolean first = !shut;
        shut = true;
        return first;
    }

    synchronized boolean isShut() {
        return shut;
    }

    synchronized boolean isIdle() {
        return inside.isEmpty();
    }

    /** Waits until the last call has left. */
    synchronized void awaitIdle() throws InterruptedException {
        while (!onlyMyself()) {
            wait();
        }
    }

    private boolean onlyMyself() {
        return inside.isEmpty() || (inside.size() == 1 && inside.containsKey(Thread.currentThread()));
    }

    /** Returns who is inside, doing what. */
    Map<Thread, String> inside() {
        return Map.copyOf(inside);
    }
}
