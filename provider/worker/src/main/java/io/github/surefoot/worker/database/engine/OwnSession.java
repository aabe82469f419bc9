package io.github.surefoot.worker.database.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A connection with which Surefoot itself works on a server: nothing in it waits without limit. */
public final class OwnSession {
    /**
     * A server that does not even end what takes too long says nothing at all; to wait for a template takes 300 s at most. It does
     * not hold where the URL says how long an answer may take.
     */
    private static final int SILENT_MILLIS = 330_000;

    private OwnSession() {}

    /**
     * Prepares a connection that has just been opened; it is closed if that fails.
     *
     * @param statements that are run first, one after the other
     * @return the same connection
     */
    public static Connection begin(Connection open, List<String> statements) throws SQLException {
        try (Statement statement = open.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
            if (open.getNetworkTimeout() == 0) {
                open.setNetworkTimeout(Runnable::run, SILENT_MILLIS);
            }
            return open;
        } catch (SQLException e) {
            open.close();
            throw e;
        }
    }
}
