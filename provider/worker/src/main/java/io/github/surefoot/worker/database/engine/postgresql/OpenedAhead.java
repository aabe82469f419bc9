package io.github.surefoot.worker.database.engine.postgresql;

import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The first connection to a database, opened by whoever makes the database and not when a test asks for it: the server starts a
 * process for it that reads a database which it has not seen, and that is most of what a test would wait for.
 */
final class OpenedAhead {
    /** What of a driver's properties changes nothing, since the server's user is another matter. */
    private static final Set<String> NOT_TAKEN = Set.of("user", "password");

    private static final int SECONDS_TO_ANSWER = 1;

    private final AtomicReference<@Nullable Connection> spare;
    private final OptionalInt backend;
    /** The driver tells the server of it when it connects. */
    private final TimeZone zone = TimeZone.getDefault();

    private OpenedAhead(@Nullable Connection connection, OptionalInt backend) {
        spare = new AtomicReference<>(connection);
        this.backend = backend;
    }

    /** Opens it; where it cannot be had, as when a server has no more of them, there is none, and who asks finds out why. */
    static OpenedAhead to(String database, PostgresServer server) {
        try {
            Connection connection = server.open(database, new Properties());
            return new OpenedAhead(
                    connection,
                    OptionalInt.of(connection.unwrap(PGConnection.class).getBackendPID()));
        } catch (SQLException e) {
            log("not opened ahead", e);
            return new OpenedAhead(null, OptionalInt.empty());
        }
    }

    /** Returns the server's process of it, used or not. */
    OptionalInt backend() {
        return backend;
    }

    /**
     * Returns it to the first who asks, if it is as one that is opened now; else it is closed, so that it takes no place.
     *
     * @return null if there is none
     */
    @Nullable
    Connection take(Properties properties) {
        Connection connection = spare.getAndSet(null);
        if (connection == null || isAsNew(connection, properties)) {
            return connection;
        }
        close(connection);
        return null;
    }

    private boolean isAsNew(Connection connection, Properties properties) {
        try {
            return NOT_TAKEN.containsAll(properties.stringPropertyNames())
                    && zone.equals(TimeZone.getDefault())
                    && connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            log("not asked", e);
            return false;
        }
    }

    /** Closes it if nobody has taken it. */
    void close() {
        Connection connection = spare.getAndSet(null);
        if (connection != null) {
            close(connection);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            log("not closed", e);
        }
    }

    private static void log(String what, SQLException e) {
        System.getLogger(OpenedAhead.class.getName()).log(Level.DEBUG, what, e);
    }
}
