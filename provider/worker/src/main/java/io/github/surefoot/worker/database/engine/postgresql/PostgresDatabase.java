package io.github.surefoot.worker.database.engine.postgresql;

import io.github.surefoot.core.process.Crowding;
import io.github.surefoot.worker.database.engine.EngineConnection;
import io.github.surefoot.worker.database.engine.EngineDatabase;
import io.github.surefoot.worker.database.engine.KeptRows;
import io.github.surefoot.worker.database.engine.OtherConnections;
import io.github.surefoot.worker.database.engine.Outages;
import io.github.surefoot.worker.database.engine.RemovedLater;
import io.github.surefoot.worker.database.fault.Diagnosis;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** A database on the server. */
final class PostgresDatabase implements EngineDatabase {
    /**
     * The server waits for five seconds for those whom it throws out; they leave the later, the more want a processor. Twice
     * is within the limit of a disposal.
     */
    private static final int REMOVALS_UNDER_LOAD = 2;

    private final String name;
    private final PostgresServer server;
    private final PostgresAdmin admin;
    private final RemovedLater later;
    private final Outages outages;
    private final OpenedAhead first;
    /** The server's processes of connections that were opened by the driver that is tracked. */
    private final Set<Integer> backends = ConcurrentHashMap.newKeySet();

    PostgresDatabase(
            String name,
            PostgresServer server,
            PostgresAdmin admin,
            RemovedLater later,
            Outages outages,
            OpenedAhead first) {
        this.name = name;
        this.server = server;
        this.admin = admin;
        this.later = later;
        this.outages = outages;
        this.first = first;
        first.backend().ifPresent(backends::add);
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
            @Nullable Connection ahead = first.take(properties);
            Connection connection = ahead == null ? server.open(name, properties) : ahead;
            backends.add(connection.unwrap(PGConnection.class).getBackendPID());
            return new PostgresSession(connection);
        } catch (SQLException e) {
            throw explained(e, others);
        }
    }

    @Override
    public Throwable explained(Throwable thrown, OtherConnections others) {
        return thrown instanceof SQLException e ? explained(e, others) : thrown;
    }

    private SQLException explained(SQLException e, OtherConnections others) {
        PostgresFault fault = PostgresFault.of(e);
        if (fault == PostgresFault.UNKNOWN) {
            return e;
        } else if (fault == PostgresFault.SERVER_DOWN) {
            outages.connectionLost();
        }
        String more =
                switch (fault) {
                    case LOCKED -> fault.mend() + " " + others.holders();
                    case TOO_MANY_CONNECTIONS -> fault.mend() + " Open: " + others.openers();
                    default -> diagnose(e, place()).message();
                };
        return new SQLException(e.getMessage() + ". " + more, e.getSQLState(), e.getErrorCode(), e);
    }

    /** Finds out what a failure on the server was. */
    static Diagnosis diagnose(Throwable thrown, String place) {
        return new Diagnosis(PostgresFault.of(thrown), "database " + place, "PostgreSQL refused", thrown);
    }

    @Override
    public Optional<String> takenAway() {
        try {
            return admin.texts("SELECT 1 FROM pg_database WHERE datname = ?", name)
                            .isEmpty()
                    ? Optional.of("was dropped while it was in use. " + PostgresFault.DATABASE_MISSING.mend())
                    : Optional.empty();
        } catch (SQLException e) {
            return Optional.of("cannot be looked at: " + diagnose(e, place()).message());
        }
    }

    /** The server knows all sessions; of those that were closed just now some may still be there. */
    @Override
    public List<String> openedPast() {
        try {
            long past = admin.sessions(name).stream()
                    .filter(pid -> !backends.contains(Integer.valueOf(pid)))
                    .count();
            return Collections.nCopies((int) past, place());
        } catch (SQLException e) {
            // That the server is down was told when it was asked whether the database is there.
            System.getLogger(PostgresDatabase.class.getName()).log(System.Logger.Level.DEBUG, "sessions", e);
            return List.of();
        }
    }

    @Override
    public List<String> leftBehind() {
        try {
            return new PostgresRemains(server, admin, name).found();
        } catch (SQLException e) {
            // As above.
            System.getLogger(PostgresDatabase.class.getName()).log(System.Logger.Level.DEBUG, "remains", e);
            return List.of();
        }
    }

    @Override
    public void keep(Path file) throws IOException, SQLException {
        try (Connection connection = server.open(name, new Properties());
                Statement statement = connection.createStatement()) {
            // What a prepared transaction has locked would be waited for without end.
            statement.execute("SET lock_timeout = '2s'; SET statement_timeout = '60s'");
            KeptRows.write(connection, file);
        }
    }

    /**
     * Closes it to everybody, and leaves the rest to a thread that no test waits for: to drop it is a checkpoint of the
     * whole server. Where somebody does not leave, it is dropped here, so that he is told of at once.
     */
    @Override
    public void remove() throws IOException, InterruptedException {
        first.close();
        try {
            if (!isLeft() || !later.add(name)) {
                drop(Crowding.limit(1, REMOVALS_UNDER_LOAD));
            }
        } catch (SQLException e) {
            PostgresFault found = PostgresFault.of(e);
            // Nobody but who is in it keeps a database that is nobody's template.
            PostgresFault fault = found == PostgresFault.TEMPLATE_IN_USE ? PostgresFault.SESSION_STAYS : found;
            throw new IOException(
                    new Diagnosis(fault, "database " + place(), "PostgreSQL does not drop it", e).message(), e);
        }
    }

    /** Throws everybody out; returns whether they went within a moment. */
    private boolean isLeft() throws SQLException {
        try {
            admin.run(List.of("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false IS_TEMPLATE false"));
        } catch (SQLException e) {
            if (PostgresFault.of(e) != PostgresFault.DATABASE_MISSING) {
                throw e;
            }
            return false;
        }
        admin.throwOut(name);
        if (new PostgresRemains(server, admin, name).remove()) {
            admin.throwOut(name);
        }
        return admin.sessions(name).isEmpty();
    }

    private void drop(int attempts) throws SQLException {
        for (int left = attempts; left > 0; left--) {
            try {
                admin.drop(name);
                return;
            } catch (SQLException e) {
                if (left == 1 || PostgresFault.of(e) != PostgresFault.TEMPLATE_IN_USE) {
                    throw e;
                }
            }
        }
    }

    /** Nobody knows its name: to drop it is all there is to do. */
    @Override
    public void removeUnused() throws IOException, InterruptedException {
        first.close();
        if (!later.addUnused(name)) {
            remove();
        }
    }
}
