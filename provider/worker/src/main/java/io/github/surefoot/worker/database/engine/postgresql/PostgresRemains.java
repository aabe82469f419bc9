package io.github.surefoot.worker.database.engine.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What outlives all sessions of a database and keeps it from being dropped: prepared transactions, subscriptions, and that
 * it was made a template.
 *
 * @param server where it is
 * @param admin for statements about it
 * @param database its name, one of Surefoot's own
 */
record PostgresRemains(PostgresServer server, PostgresAdmin admin, String database) {
    /** SQL's state of what is in use. */
    private static final String IN_USE = "55006";

    private static final String PREPARED =
            "SELECT format('ROLLBACK PREPARED %L', gid) FROM pg_prepared_xacts WHERE database = ? ORDER BY prepared";
    private static final String SUBSCRIPTIONS = "SELECT quote_ident(subname) FROM pg_subscription"
            + " JOIN pg_database ON pg_database.oid = subdbid WHERE datname = ? ORDER BY subname";
    private static final String IN_WORDS = """
            SELECT format('prepared transaction %L', gid) FROM pg_prepared_xacts WHERE database = ?
            UNION ALL SELECT format('subscription %I', subname) FROM pg_subscription
              JOIN pg_database ON pg_database.oid = subdbid WHERE datname = ?
            UNION ALL SELECT 'database with IS_TEMPLATE true' FROM pg_database WHERE datname = ? AND datistemplate
            ORDER BY 1""";

    /** Returns them, in words. */
    List<String> found() throws SQLException {
        return admin.texts(IN_WORDS, database, database, database);
    }

    /**
     * Removes them: prepared transactions are rolled back, subscriptions given up without asking their publishers. Nobody
     * gets into the database afterwards.
     *
     * @return whether there were any
     */
    boolean remove() throws SQLException {
        List<String> found = found();
        if (found.isEmpty()) {
            return false;
        }
        try {
            end();
            return true;
        } catch (SQLException e) {
            throw new SQLException(
                    "it has a " + String.join(", a ", found) + ", which cannot be ended: " + e.getMessage(), IN_USE, e);
        }
    }

    private void end() throws SQLException {
        List<String> statements = new ArrayList<>(admin.texts(PREPARED, database));
        for (String subscription : admin.texts(SUBSCRIPTIONS, database)) {
            statements.add("ALTER SUBSCRIPTION " + subscription + " DISABLE");
            statements.add("ALTER SUBSCRIPTION " + subscription + " SET (slot_name = NONE)");
            statements.add("DROP SUBSCRIPTION " + subscription);
        }
        // No session of another database can do that.
        if (!statements.isEmpty()) {
            inside(statements);
        }
        admin.run(List.of("ALTER DATABASE " + database + " ALLOW_CONNECTIONS false IS_TEMPLATE false"));
    }

    private void inside(List<String> statements) throws SQLException {
        admin.run(List.of("ALTER DATABASE " + database + " ALLOW_CONNECTIONS true CONNECTION LIMIT -1"));
        try (Connection connection = server.open(database, new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute(PostgresAdmin.SESSION);
            // A test may have set that for the database.
            statement.execute("SET default_transaction_read_only = off");
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
