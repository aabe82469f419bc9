package io.github.surefoot.worker.database.engine.postgresql;

import io.github.surefoot.worker.database.engine.OwnSession;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connection for statements on the server as a whole, opened when it is first used, and again when it was lost. One
 * thread at a time.
 */
final class PostgresAdmin implements AutoCloseable {
    /**
     * What a crash of the server takes back here is swept, or built again. A wait for locks has an end, as the building of a
     * template by another worker has.
     */
    static final String SESSION = "SET synchronous_commit = off; SET statement_timeout = '300s'";

    private static final int PROBE_SECONDS = 5;
    /** SQL's states of a database that is in use, and of one that is a template. */
    private static final Set<String> KEPT = Set.of("55006", "42809");

    /** Waits a tenth of a second at most: the server itself looks once in a tenth of a second whether a session has gone. */
    private static final String THROW_OUT = """
            DO $$ BEGIN
              PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE datname = ':database:' AND backend_type IN ('client backend', 'walsender') AND pg_has_role(usesysid, 'USAGE');
              FOR i IN 1..100 LOOP
                PERFORM pg_stat_clear_snapshot();
                EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity
                  WHERE datname = ':database:' AND backend_type IN ('client backend', 'walsender'));
                PERFORM pg_sleep(0.001);
              END LOOP;
            END $$""";

    private final PostgresServer server;
    private final String database;
    private volatile @Nullable Connection connection;
    private volatile @Nullable Statement running;
    private volatile boolean abandoned;

    PostgresAdmin(PostgresServer server, String database) {
        this.server = server;
        this.database = database;
    }

    /**
     * Opens it now. To open one is a thread of the driver's, which must not begin on a thread beside the tests: it would be
     * taken for theirs.
     */
    synchronized void open() throws SQLException {
        connected();
    }

    /** Runs statements, each in a transaction of its own. */
    synchronized void run(List<String> statements) throws SQLException {
        try (Statement statement = connected().createStatement()) {
            running = statement;
            for (String each : statements) {
                statement.execute(each);
            }
        } finally {
            running = null;
        }
    }

    /** Has the server give up what it is running for another thread, if it can. */
    void cancel() {
        Statement now = running;
        if (now != null) {
            try {
                now.cancel();
            } catch (SQLException e) {
                // It ends by itself, or with the connection.
                System.getLogger(PostgresAdmin.class.getName()).log(System.Logger.Level.DEBUG, "cancel", e);
            }
        }
    }

    /** Drops a database, with all who are in it and what else keeps it. */
    void drop(String database) throws SQLException {
        try {
            dropOnce(database);
        } catch (SQLException e) {
            if (!KEPT.contains(String.valueOf(e.getSQLState()))
                    || !new PostgresRemains(server, this, database).remove()) {
                throw e;
            }
            dropOnce(database);
        }
    }

    private void dropOnce(String database) throws SQLException {
        try {
            run(List.of("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)"));
        } catch (SQLException e) {
            if (PostgresFault.of(e) != PostgresFault.NOT_ALLOWED) {
                throw e;
            }
            // Autovacuum is in it, which only a superuser may end; it gives way where nobody is forced.
            throwOut(database);
            run(List.of("DROP DATABASE IF EXISTS " + database));
        }
    }

    /** Ends the sessions that are in a database, and waits for a moment until they have gone. */
    void throwOut(String database) throws SQLException {
        run(List.of(THROW_OUT.replace(":database:", database)));
    }

    /** Returns the server's processes of clients that are in a database; its own are nobody's, and give way to a drop. */
    List<String> sessions(String database) throws SQLException {
        return texts(
                "SELECT pid FROM pg_stat_activity WHERE datname = ? AND backend_type IN ('client backend', 'walsender')",
                database);
    }

    /** Returns the first column of all rows. */
    synchronized List<String> texts(String sql, Object... arguments) throws SQLException {
        try (PreparedStatement statement = connected().prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(String.valueOf(rows.getString(1)));
                }
            }
            return found;
        }
    }

    /** Returns an answer of one column and row, by a connection that is closed again. */
    synchronized String once(String sql) throws SQLException {
        try {
            return texts(sql).get(0);
        } finally {
            close();
        }
    }

    /** Returns whether the answer is true. */
    boolean is(String sql, Object... arguments) throws SQLException {
        return texts(sql, arguments).equals(List.of("t"));
    }

    /** Leaves the server alone with what it is running for another thread: it comes to the end of that by itself. */
    void abandon() throws SQLException {
        abandoned = true;
        Connection open = connection;
        if (open != null) {
            open.abort(Runnable::run);
        }
    }

    private Connection connected() throws SQLException {
        if (abandoned) {
            throw new SQLException("The worker is over");
        }
        Connection open = connection;
        if (open == null || !open.isValid(PROBE_SECONDS)) {
            close();
            open = opened();
            connection = open;
        }
        return open;
    }

    private Connection opened() throws SQLException {
        return OwnSession.begin(server.open(database, new Properties()), List.of(SESSION));
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
