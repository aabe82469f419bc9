package io.github.surefoot.worker.database.connection;

import io.github.surefoot.worker.database.fault.Diagnoser;
import io.github.surefoot.worker.database.fault.Diagnosis;
import io.github.surefoot.worker.database.fault.Fault;
import io.github.surefoot.worker.database.template.Urls;
import java.nio.file.Path;
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
import org.sqlite.JDBC;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteException;

/** All connections and sessions of one database: opens them, knows who has not closed his, and closes them all. */
public final class DatabaseConnections {
    /** The session, of whichever database, that the thread is in a call of. */
    private static final ThreadLocal<@Nullable OpenSite> CURRENT_SESSION = new ThreadLocal<>();

    private static final int BUSY = 5;
    private static final int PRIMARY = 0xff;
    /** Read-only, input/output, corrupt, full, cannot open, no database: what the file system has to do with. */
    private static final Set<Integer> OF_THE_FILE = Set.of(8, 10, 11, 13, 14, 26);

    private final Path file;

    private final String url;
    private final Closer closer;
    private final Set<TrackedConnection> open = ConcurrentHashMap.newKeySet();
    private final Map<Object, OpenSite> sessions = Collections.synchronizedMap(new IdentityHashMap<>());
    private final ConcurrentLinkedQueue<String> endings = new ConcurrentLinkedQueue<>();
    /** Held for reading while a connection is opened. */
    private final ReadWriteLock opening = new ReentrantReadWriteLock();

    private volatile boolean refusing;

    /**
     * Has no connection yet.
     *
     * @param file the database
     * @param closer what closes them in the end
     */
    public DatabaseConnections(Path file, Closer closer) {
        this.file = file;
        this.url = Urls.of(file);
        this.closer = closer;
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
        SQLiteConnection raw = openRaw(properties);
        TrackedConnection connection;
        try {
            connection = new TrackedConnection(raw, site, CURRENT_SESSION.get(), this);
        } catch (SQLException e) {
            raw.close();
            throw e;
        }
        open.add(connection);
        return connection.proxy();
    }

    private SQLiteConnection openRaw(Properties properties) throws SQLException {
        try {
            SQLiteConnection raw = JDBC.createConnection(url, properties);
            if (raw == null) {
                throw new SQLException("The SQLite driver does not know the URL " + url);
            }
            return raw;
        } catch (SQLiteException e) {
            throw diagnosed(e);
        }
    }

    private void refuseIfDisposed() throws SQLException {
        if (refusing) {
            throw new SQLException(
                    "This database has been disposed of: its test class, or its test, has ended. Ask for the database"
                            + " anew in every class (or test, if it is reset per test).",
                    "08003");
        }
    }

    void forget(TrackedConnection connection) {
        open.remove(connection);
    }

    void sessionOpened(Object session, OpenSite site) {
        sessions.put(session, site);
    }

    void sessionClosed(Object session) {
        sessions.remove(session);
    }

    /** Marks the connections that this thread opens as the session's; returns what to put back. */
    @Nullable
    OpenSite enterSession(@Nullable OpenSite session) {
        OpenSite before = CURRENT_SESSION.get();
        CURRENT_SESSION.set(session);
        return before;
    }

    void leaveSession(@Nullable OpenSite before) {
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

    /** Adds to SQLite's words what is behind them: who holds the lock, or what is wrong with the file. */
    Throwable explained(Throwable thrown, TrackedConnection by) {
        if (!(thrown instanceof SQLiteException e)) {
            return thrown;
        }
        int code = e.getResultCode().code & PRIMARY;
        if (code == BUSY) {
            return with(e, ". Commit or close the other connection before this one writes: " + holders(by));
        }
        return OF_THE_FILE.contains(code) ? diagnosed(e) : thrown;
    }

    private String holders(TrackedConnection notThis) {
        String holders = open.stream()
                .filter(each -> each != notThis)
                .map(each -> "opened at " + each.site().line() + " by thread '"
                        + each.site().thread() + "'")
                .collect(Collectors.joining("; "));
        return holders.isEmpty() ? "it was opened past Surefoot" : holders;
    }

    private SQLiteException diagnosed(SQLiteException e) {
        Diagnosis diagnosis = Diagnoser.diagnose(e, file);
        String list = diagnosis.fault() == Fault.TOO_MANY_OPEN_FILES ? " Open: " + openers() : "";
        return diagnosis.fault() == Fault.UNKNOWN ? e : with(e, ". " + diagnosis.message() + list);
    }

    private static SQLiteException with(SQLiteException e, String more) {
        SQLiteException explained = new SQLiteException(e.getMessage() + more, e.getResultCode());
        explained.initCause(e);
        return explained;
    }

    /** Returns where the open connections were opened. */
    public List<String> openers() {
        return open.stream().map(each -> each.site().line()).toList();
    }

    /** Returns what is open now and belongs to nobody who will close it: sessions, and connections of no session. */
    public List<Leak> leaks() {
        List<Leak> leaks = new ArrayList<>();
        Set<OpenSite> named = Collections.newSetFromMap(new IdentityHashMap<>());
        synchronized (sessions) {
            sessions.values().forEach(site -> {
                named.add(site);
                leaks.add(new Leak("SqlSession", site));
            });
        }
        for (TrackedConnection each : open) {
            OpenSite session = each.session();
            if ((session == null || !named.contains(session)) && !each.isClosed()) {
                leaks.add(new Leak("Connection", each.site()));
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
