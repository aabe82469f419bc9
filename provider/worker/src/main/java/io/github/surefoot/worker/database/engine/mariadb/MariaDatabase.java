package io.github.surefoot.worker.database.engine.mariadb;

import io.github.surefoot.core.process.Crowding;
import io.github.surefoot.worker.database.engine.EngineConnection;
import io.github.surefoot.worker.database.engine.EngineDatabase;
import io.github.surefoot.worker.database.engine.KeptRows;
import io.github.surefoot.worker.database.engine.OtherConnections;
import io.github.surefoot.worker.database.engine.Outages;
import io.github.surefoot.worker.database.fault.Diagnosis;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A database on the server. */
final class MariaDatabase implements EngineDatabase {
    private static final int NO_SUCH_THREAD = 1094;
    /** Each waits three seconds for locks at most, which leaves room within the limit of a disposal. */
    private static final int REMOVALS = 3;
    /** Those who were thrown out leave the later, the more want a processor. */
    private static final int REMOVALS_UNDER_LOAD = 4;

    private final String name;
    private final MariaServer server;
    private final MariaAdmin admin;
    private final Outages outages;
    private final boolean granted;
    /** The server's numbers of connections that were opened by the driver that is tracked. */
    private final Set<String> sessions = ConcurrentHashMap.newKeySet();

    private final XaTransactions xa = new XaTransactions();

    /**
     * A database that is there.
     *
     * @param admin for statements about it
     * @param outages is told when a connection was lost
     * @param granted whether others have privileges on it
     */
    MariaDatabase(String name, MariaServer server, MariaAdmin admin, Outages outages, boolean granted) {
        this.name = name;
        this.server = server;
        this.admin = admin;
        this.outages = outages;
        this.granted = granted;
    }

    @Override
    public String place() {
        return server.place(name);
    }

    @Override
    public String url() {
        return server.url(name);
    }

    @Override
    public EngineConnection open(Properties properties, OtherConnections others) throws SQLException {
        try {
            Connection connection = server.open(name, properties);
            String id = number(connection);
            sessions.add(id);
            return new MariaSession(connection, id, admin, xa);
        } catch (SQLException e) {
            throw explained(e, others);
        }
    }

    private static String number(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT CONNECTION_ID()")) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Throwable explained(Throwable thrown, OtherConnections others) {
        return thrown instanceof SQLException e ? explained(e, others) : thrown;
    }

    private SQLException explained(SQLException e, OtherConnections others) {
        MariaFault fault = MariaFault.of(e);
        if (fault == MariaFault.SERVER_DOWN) {
            outages.connectionLost();
        }
        String more =
                switch (fault) {
                    case UNKNOWN -> "";
                    case LOCKED -> fault.mend() + " " + others.holders();
                    case TOO_MANY_CONNECTIONS -> fault.mend() + " Open: " + others.openers();
                    // A test may try what its user may not.
                    case NOT_ALLOWED -> "";
                    default -> diagnose(e, place()).message();
                };
        return more.isEmpty()
                ? e
                : new SQLException(e.getMessage() + ". " + more, e.getSQLState(), e.getErrorCode(), e);
    }

    /** Finds out what a failure on the server was. */
    static Diagnosis diagnose(Throwable thrown, String place) {
        return new Diagnosis(MariaFault.of(thrown), "database " + place, "The server refused", thrown);
    }

    /** Ends a session or what it runs, unless it has ended meanwhile. */
    static void kill(MariaAdmin admin, String what, String session) throws SQLException {
        try {
            admin.run(List.of("KILL " + what + " " + session));
        } catch (SQLException e) {
            if (e.getErrorCode() != NO_SUCH_THREAD) {
                throw e;
            }
        }
    }

    @Override
    public Optional<String> takenAway() {
        try {
            return admin.texts("SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?", name)
                            .isEmpty()
                    ? Optional.of("was dropped while it was in use. " + MariaFault.DATABASE_MISSING.mend())
                    : Optional.empty();
        } catch (SQLException e) {
            return Optional.of("cannot be looked at: " + diagnose(e, place()).message());
        }
    }

    /** The server knows all sessions that it lets the user see; of those closed just now some may still be there. */
    @Override
    public List<String> openedPast() {
        try {
            long past = sessionsInside(admin, name).stream()
                    .filter(each -> !sessions.contains(each))
                    .count();
            return Collections.nCopies((int) past, place());
        } catch (SQLException e) {
            // That the server is down was told when it was asked whether the database is there.
            System.getLogger(MariaDatabase.class.getName()).log(System.Logger.Level.DEBUG, "sessions", e);
            return List.of();
        }
    }

    private static List<String> sessionsInside(MariaAdmin admin, String database) throws SQLException {
        return admin.texts(
                "SELECT ID FROM information_schema.PROCESSLIST WHERE DB = ? AND ID <> CONNECTION_ID()", database);
    }

    @Override
    public List<String> leftBehind() {
        return xa.left().stream().map(xid -> "prepared XA transaction " + xid).toList();
    }

    @Override
    public void keep(Path file) throws IOException, SQLException {
        try (Connection connection = server.open(name, new Properties());
                Statement statement = connection.createStatement()) {
            // What a prepared transaction has locked would be waited for without end.
            statement.execute("SET SESSION lock_wait_timeout = 2, innodb_lock_wait_timeout = 2");
            KeptRows.write(connection, file);
        }
    }

    @Override
    public void remove() throws IOException {
        try {
            xa.rollBack(admin);
            drop(admin, name, granted, Crowding.limit(REMOVALS, REMOVALS_UNDER_LOAD));
        } catch (SQLException e) {
            throw new IOException(notDropped(e, admin, place()), e);
        }
    }

    /** Says why a database was not dropped, with the mend. */
    static String notDropped(SQLException e, MariaAdmin admin, String place) {
        MariaFault fault = MariaFault.of(e);
        String what = "The server does not drop it";
        if (fault == MariaFault.LOCKED) {
            List<String> prepared = XaTransactions.onServer(admin);
            fault = prepared.isEmpty() ? MariaFault.SESSION_STAYS : MariaFault.TRANSACTION_STAYS;
            what += prepared.isEmpty()
                    ? ""
                    : ", where these are prepared: XA ROLLBACK " + String.join("; XA ROLLBACK ", prepared);
        }
        return new Diagnosis(fault, "database " + place, what, e).message();
    }

    /**
     * Drops a database, after those who are in it were thrown out: it would wait for the last of them.
     *
     * @param granted whether others may have privileges on it, which are taken back
     * @param attempts how often at most, if somebody has it locked
     */
    static void drop(MariaAdmin admin, String database, boolean granted, int attempts) throws SQLException {
        List<String> statements = new ArrayList<>(granted ? Privileges.revoking(admin, database) : List.of());
        statements.add("DROP DATABASE IF EXISTS " + database);
        for (int left = attempts; left > 0; left--) {
            for (String session : sessionsInside(admin, database)) {
                kill(admin, "CONNECTION", session);
            }
            try {
                admin.run(statements);
                return;
            } catch (SQLException e) {
                if (left == 1 || MariaFault.of(e) != MariaFault.LOCKED) {
                    throw e;
                }
            }
        }
    }
}
