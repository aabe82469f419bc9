package io.github.surefoot.worker.database.connection;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts the calls inside a connection, and lets none in any more once it is to be closed: an idle connection can be
 * closed at once, and one that is not must be interrupted first.
 */
final class CallGate {
    private final Map<Thread, Call> inside = new ConcurrentHashMap<>();
    private boolean shut;

    /**
     * A call.
     *
     * @param doing what it does, for messages
     * @param statement the statement it is a call of; null if of none
     */
    record Call(String doing, @Nullable Statement statement) {}

    /**
     * Lets the thread in.
     *
     * @return whether this is the thread's outermost call, the one to {@link #leave}
     */
    synchronized boolean enter(Call call) throws SQLException {
        if (shut) {
            throw new SQLNonTransientConnectionException(
                    "The connection is closed: its test, or the class the database belonged to, has ended", "08003");
        }
        return inside.putIfAbsent(Thread.currentThread(), call) == null;
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
    Map<Thread, Call> inside() {
        return Map.copyOf(inside);
    }

    /** Returns the statements that somebody is in a call of. */
    List<Statement> running() {
        return inside.values().stream()
                .map(Call::statement)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
