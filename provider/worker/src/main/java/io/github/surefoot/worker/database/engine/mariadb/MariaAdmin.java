package io.github.surefoot.worker.database.engine.mariadb;

import io.github.surefoot.worker.database.engine.OwnSession;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * One connection for statements on the server as a whole, opened when it is first used, and again when it was lost. One
 * thread at a time.
 */
final class MariaAdmin implements AutoCloseable {
    /** For how long a statement waits for others. */
    static final int LOCK_SECONDS = 3;

    private static final int PROBE_SECONDS = 5;
    /** The server ends a connection that is idle for eight hours, or for as long as somebody has set. */
    private static final List<String> SESSION = List.of(
            "SET SESSION wait_timeout = 604800, lock_wait_timeout = " + LOCK_SECONDS + ", innodb_lock_wait_timeout = "
                    + LOCK_SECONDS + ", sql_mode = 'NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO'");

    private final MariaServer server;
    private final List<String> more;
    private @Nullable Connection connection;

    /**
     * Opens nothing yet.
     *
     * @param more what is run first in each connection
     */
    MariaAdmin(MariaServer server, List<String> more) {
        this.server = server;
        this.more = more;
    }

    MariaAdmin(MariaServer server) {
        this(server, List.of());
    }

    /** Runs statements one after the other; the driver may send them together. */
    synchronized void run(List<String> statements) throws SQLException {
        try (Statement statement = connected().createStatement()) {
            if (statements.size() == 1) {
                statement.execute(statements.get(0));
                return;
            }
            for (String each : statements) {
                statement.addBatch(each);
            }
            statement.executeBatch();
        }
    }

    /** Says for how long statements wait for others from now on. */
    void waitForLocks(int seconds) throws SQLException {
        run(List.of("SET SESSION lock_wait_timeout = " + seconds + ", innodb_lock_wait_timeout = " + seconds));
    }

    /** Returns all columns of all rows, a null as an empty text. */
    synchronized List<List<String>> rows(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connected().prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<List<String>> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= columns; i++) {
                        @Nullable String value = rows.getString(i);
                        row.add(value == null ? "" : value);
                    }
                    found.add(row);
                }
            }
            return found;
        }
    }

    /** Returns the first column of all rows. */
    List<String> texts(String sql, Object... arguments) throws SQLException {
        return rows(sql, arguments).stream().map(row -> row.get(0)).toList();
    }

    /** Returns whether the answer is true. */
    boolean is(String sql, Object... arguments) throws SQLException {
        return texts(sql, arguments).equals(List.of("1"));
    }

    /** Sees to it that there is a connection, with all that is to be run first in it. */
    synchronized void refresh() throws SQLException {
        connected();
    }

    /** Tells whether a connection was ever had, and not given up. */
    synchronized boolean isOpen() {
        return connection != null;
    }

    private Connection connected() throws SQLException {
        Connection open = connection;
        if (open == null || !open.isValid(PROBE_SECONDS)) {
            close();
            open = opened();
            connection = open;
        }
        return open;
    }

    private Connection opened() throws SQLException {
        List<String> first = new ArrayList<>(SESSION);
        first.addAll(more);
        return OwnSession.begin(server.open("", new Properties()), first);
    }

    @Override
    public synchronized void close() throws SQLException {
        Connection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
