package io.github.surefoot.worker.database.engine.h2;

import io.github.surefoot.worker.database.engine.EngineConnection;
import io.github.surefoot.worker.database.engine.EngineDatabase;
import io.github.surefoot.worker.database.engine.OtherConnections;
import io.github.surefoot.worker.database.fault.Diagnosis;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.h2.Driver;
import org.jspecify.annotations.Nullable;

/**
 * A database of H2's.
 *
 * @param place its place in H2's way of writing, without the suffix of its file
 * @param url by which it is opened
 * @param storage where its file is
 */
record H2Database(String place, String url, H2Storage storage) implements EngineDatabase {

    /**
     * Opens it for the first time: it stays open from now on, so that connections are quick.
     *
     * @param again a script of what its file does not have; may be empty
     */
    H2Database opened(String again) throws SQLException {
        try (Connection connection = connect(new Properties());
                Statement statement = connection.createStatement()) {
            if (!again.isEmpty()) {
                statement.execute(again);
            }
        }
        return this;
    }

    @Override
    public EngineConnection open(Properties properties, OtherConnections others) throws SQLException {
        Properties given = new Properties();
        properties.forEach((name, value) -> {
            // Both are in the URL, and H2 takes none of them twice.
            if (!name.equals("user") && !name.equals("password")) {
                given.put(name, value);
            }
        });
        try {
            return new H2Session(connect(given));
        } catch (SQLException e) {
            throw explained(e, others);
        }
    }

    private Connection connect(Properties properties) throws SQLException {
        @Nullable Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("H2's driver does not know the URL " + H2Url.PREFIX + place);
        }
        return connection;
    }

    @Override
    public Throwable explained(Throwable thrown, OtherConnections others) {
        return thrown instanceof SQLException e ? explained(e, others) : thrown;
    }

    private SQLException explained(SQLException e, OtherConnections others) {
        H2Fault fault = H2Fault.of(e);
        if (fault == H2Fault.LOCKED) {
            return with(e, ". " + fault.mend() + " " + others.holders());
        }
        return fault == H2Fault.UNKNOWN ? e : with(e, ". " + diagnosis(e, fault).message());
    }

    private Diagnosis diagnosis(Throwable thrown, H2Fault fault) {
        return new Diagnosis(fault, "database " + place, "The database cannot be used", thrown);
    }

    /** Finds out what kept it from being made. */
    static Diagnosis diagnose(Throwable thrown, String place) {
        return new Diagnosis(H2Fault.of(thrown), "database " + place, "H2 could not make the database", thrown);
    }

    private static SQLException with(SQLException e, String more) {
        return new SQLException(e.getMessage() + more, e.getSQLState(), e.getErrorCode(), e);
    }

    @Override
    public Optional<String> takenAway() {
        return storage.exists(place)
                ? Optional.empty()
                : Optional.of("was deleted while it was in use. " + H2Fault.DATABASE_MISSING.mend());
    }

    /** H2 knows its sessions, those that were opened past Surefoot included. */
    @Override
    public List<String> openedPast() {
        if (!storage.exists(place)) {
            return List.of();
        }
        try (Connection connection = connect(new Properties());
                Statement statement = connection.createStatement();
                ResultSet sessions = statement.executeQuery(
                        "SELECT count(*) FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID <> SESSION_ID()")) {
            return sessions.next() ? Collections.nCopies(sessions.getInt(1), place) : List.of();
        } catch (SQLException e) {
            // It was shut down by the test, with all that was open in it.
            System.getLogger(H2Database.class.getName()).log(System.Logger.Level.DEBUG, "sessions", e);
            return List.of();
        }
    }

    @Override
    public void keep(Path to) throws SQLException {
        String script = to.toAbsolutePath() + ".sql";
        try (Connection connection = connect(new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("SCRIPT TO '" + script.replace("'", "''") + "'");
        }
    }

    @Override
    public void remove() throws IOException, InterruptedException {
        if (storage.exists(place)) {
            try (Connection connection = connect(new Properties());
                    Statement statement = connection.createStatement()) {
                statement.execute("SHUTDOWN IMMEDIATELY");
            } catch (SQLException e) {
                throw new IOException("H2 does not shut it down: " + e.getMessage(), e);
            }
        }
        storage.delete(place);
    }
}
