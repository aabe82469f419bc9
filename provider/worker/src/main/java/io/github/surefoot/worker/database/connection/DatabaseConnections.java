package io.github.surefoot.worker.database.connection;

import io.github.surefoot.worker.database.engine.EngineConnection;
import io.github.surefoot.worker.database.engine.EngineDatabase;
import io.github.surefoot.worker.database.engine.OtherConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All connections and sessions of one database: opens them, knows who has not closed his, and closes them all. */
public final class DatabaseConnections {
    /** The session, of whichever database, that the thread is in a call of. */
    private static final ThreadLocal<@Nullable OpenSite> CURRENT_SESSION = new ThreadLocal<>();

    private final EngineDatabase database;
    private final Closer closer;
    private final LostCommits lostCommits;
    private final Set<TrackedConnection> open = ConcurrentHashMap.newKeySet();
    private final Map<Object, OpenSite> sessions = Collections.synchronizedMap(new IdentityHashMap<>());
    private final ConcurrentLinkedQueue<String> endings = new ConcurrentLinkedQueue<>();
    /** Held for reading while a connection is opened. */
    private final ReadWriteLock opening = new ReentrantReadWriteLock();

    private volatile boolean refusing;

    /**
     * Has no connection yet.
     *
     * @param database what they are of
     * @param closer what closes them in the end
     */
    public DatabaseConnections(EngineDatabase database, Closer closer) {
        this(database, closer, LostCommits.UNTOLD);
    }

    /**
     * Has no connection yet.
     *
     * @param database what they are of
     * @param closer what closes them in the end
     * @param lostCommits is told of their commits that keep nothing
     */
    public DatabaseConnections(EngineDatabase database, Closer closer, LostCommits lostCommits) {
        this.database = database;
        this.closer = closer;
        this.lostCommits = lostCommits;
    }

    /**
     * Opens a connection.
     *
     * @throws SQLException if the driver cannot, or the database has been disposed of
     */
    public Connection open() throws SQLException {
        return open(new Properties());
    }

    /** Opens a connection with properties of the driver. */
    public Connection open(Properties properties) throws SQLException {
        OpenSite site = OpenSite.here();
        opening.readLock().lock();
        try {
            refuseIfDisposed();
            return opened(site, properties);
        } finally {
            opening.readLock().unlock();
        }
    }

    private Connection opened(OpenSite site, Properties properties) throws SQLException {
        EngineConnection raw = database.open(properties, others(null));
        TrackedConnection connection = new TrackedConnection(raw, site, CURRENT_SESSION.get(), this);
        open.add(connection);
        return connection.proxy();
    }

    private void refuseIfDisposed() throws SQLException {
        if (refusing) {
            throw new SQLException(
                    "This database has been disposed of: its test class, or its test, has ended. Ask for the database"
                            + " anew in every class (or test, if it is reset per test).",
                    "08003");
        }
    }

    LostCommits lostCommits() {
        return lostCommits;
    }

    void forget(TrackedConnection connection) {
        open.remove(connection);
    }

    /** Tells that a session was opened. */
    public void sessionOpened(Object session, OpenSite site) {
        sessions.put(session, site);
    }

    /** Tells that a session was closed. */
    public void sessionClosed(Object session) {
        sessions.remove(session);
    }

    /** Marks the connections that this thread opens as the session's; returns what to put back. */
    public @Nullable OpenSite enterSession(@Nullable OpenSite session) {
        OpenSite before = CURRENT_SESSION.get();
        CURRENT_SESSION.set(session);
        return before;
    }

    /** Puts back what {@link #enterSession} returned. */
    public void leaveSession(@Nullable OpenSite before) {
        if (before == null) {
            CURRENT_SESSION.remove();
        } else {
            CURRENT_SESSION.set(before);
        }
    }

    /** Ends a connection without waiting for who is inside. */
    void abort(TrackedConnection connection) throws SQLException {
        try {
            endings.addAll(closer.close(List.of(connection), Duration.ofSeconds(1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted while aborting the connection", e);
        }
    }

    /** Adds to the driver's words what is behind them. */
    Throwable explained(Throwable thrown, TrackedConnection by) {
        return database.explained(thrown, others(by));
    }

    private OtherConnections others(@Nullable TrackedConnection than) {
        return new OtherConnections() {
            @Override
            public String holders() {
                return DatabaseConnections.this.holders(than);
            }

            @Override
            public List<String> openers() {
                return DatabaseConnections.this.openers();
            }
        };
    }

    private String holders(@Nullable TrackedConnection notThis) {
        String holders = open.stream()
                .filter(each -> each != notThis)
                .map(each -> "opened at " + each.site().line() + " by thread '"
                        + each.site().thread() + "'")
                .collect(Collectors.joining("; "));
        return holders.isEmpty() ? "it was opened past Surefoot" : holders;
    }

    /** Returns where the open connections were opened. */
    public List<String> openers() {
        return open.stream().map(each -> each.site().line()).toList();
    }

    /** Returns what is open now and belongs to nobody who will close it: sessions, and connections of no session. */
    public List<LeftOpen> leaks() {
        List<LeftOpen> leaks = new ArrayList<>();
        Set<OpenSite> named = Collections.newSetFromMap(new IdentityHashMap<>());
        synchronized (sessions) {
            sessions.values().forEach(site -> {
                named.add(site);
                leaks.add(new LeftOpen("SqlSession", site));
            });
        }
        for (TrackedConnection each : open) {
            OpenSite session = each.session();
            if ((session == null || !named.contains(session)) && !each.isClosed()) {
                leaks.add(new LeftOpen("Connection", each.site()));
            }
        }
        return leaks;
    }

    /**
     * Closes everything and opens nothing more.
     *
     * @return what is still open at the limit, in words
     */
    public List<String> closeAll(Duration limit) throws InterruptedException {
        refusing = true;
        List<String> stuck = new ArrayList<>();
        long begin = System.nanoTime();
        // Who is opening one now will have it in the list, or is refused: none may come after the list is taken.
        if (opening.writeLock().tryLock(limit.toNanos(), TimeUnit.NANOSECONDS)) {
            opening.writeLock().unlock();
        } else {
            stuck.add("a connection that is still being opened");
        }
        Duration left = limit.minusNanos(System.nanoTime() - begin);
        stuck.addAll(closer.close(Set.copyOf(open), left.isNegative() ? Duration.ZERO : left));
        stuck.addAll(endings);
        sessions.clear();
        return stuck;
    }
}
