package io.github.surefoot.worker.database.connection;

import io.github.surefoot.worker.database.engine.EngineConnection;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An open connection: who opened it, who is inside it, and how it is closed without fail. */
final class TrackedConnection {
    private final EngineConnection raw;
    private final OpenSite site;
    private final @Nullable OpenSite session;
    private final CallGate gate = new CallGate();
    /** Held for closing and for interrupting: the driver crashes if both happen at once. */
    private final ReentrantLock end = new ReentrantLock();

    private final DatabaseConnections owner;
    private final Connection proxy;
    private boolean closed;

    TrackedConnection(EngineConnection raw, OpenSite site, @Nullable OpenSite session, DatabaseConnections owner) {
        this.raw = raw;
        this.site = site;
        this.session = session;
        this.owner = owner;
        this.proxy = (Connection) Proxy.newProxyInstance(
                TrackedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new ConnectionHandler(this));
    }

    Connection proxy() {
        return proxy;
    }

    /** Returns the driver's connection. */
    Connection raw() {
        return raw.jdbc();
    }

    CallGate gate() {
        return gate;
    }

    OpenSite site() {
        return site;
    }

    /** Returns where the session was opened that this connection belongs to; null if it belongs to none. */
    @Nullable
    OpenSite session() {
        return session;
    }

    DatabaseConnections owner() {
        return owner;
    }

    /** Tells the engine of a statement. */
    void runs(String sql) {
        raw.runs(sql);
    }

    /** Tells of a commit that is about to keep nothing. */
    void committing() throws SQLException {
        if (raw.commitWouldRollBack()) {
            owner.lostCommits().aboutToHappen(OpenSite.here());
        }
    }

    boolean isClosed() {
        end.lock();
        try {
            return closed;
        } finally {
            end.unlock();
        }
    }

    /** Closes the connection for the user, who waits for running statements as with any driver. */
    void close() throws SQLException {
        if (!gate.shut()) {
            return;
        }
        try {
            gate.awaitIdle();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while waiting for a running statement to close the connection", e);
        }
        closeRaw();
    }

    /** Begins a close that waits for nobody: no call gets in, and nobody waits for a lock. */
    void refuse() {
        gate.shut();
        raw.stopWaiting();
    }

    /** Closes the driver's connection; nobody may be inside. */
    void closeRaw() throws SQLException {
        end.lock();
        try {
            if (!closed) {
                closed = true;
                raw.jdbc().close();
            }
        } finally {
            end.unlock();
            owner.forget(this);
        }
    }

    /** Stops the running statement, if there is one; a closing that goes on is left alone. */
    void interrupt() throws SQLException {
        if (end.tryLock()) {
            try {
                if (!closed && !gate.isIdle()) {
                    raw.interrupt(gate.running());
                }
            } finally {
                end.unlock();
            }
        }
    }

    /** Returns who holds this connection up, in words. */
    String heldBy() {
        Map<Thread, CallGate.Call> inside = gate.inside();
        if (inside.isEmpty()) {
            return "the driver's close does not return";
        }
        return inside.entrySet().stream()
                .map(each -> "thread '" + each.getKey().getName() + "' in: "
                        + each.getValue().doing() + at(each.getKey()))
                .collect(Collectors.joining("; "));
    }

    private static String at(Thread thread) {
        StackTraceElement[] stack = thread.getStackTrace();
        return stack.length == 0 ? "" : ", at " + stack[0];
    }
}
