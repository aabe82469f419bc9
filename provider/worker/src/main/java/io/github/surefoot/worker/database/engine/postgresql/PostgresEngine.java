package io.github.surefoot.worker.database.engine.postgresql;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.engine.DatabaseEngine;
import io.github.surefoot.worker.database.engine.DatabaseJournal;
import io.github.surefoot.worker.database.engine.DriverClasses;
import io.github.surefoot.worker.database.engine.NotRemoved;
import io.github.surefoot.worker.database.engine.Outages;
import io.github.surefoot.worker.database.engine.Preparation;
import io.github.surefoot.worker.database.engine.PreparedEngine;
import io.github.surefoot.worker.database.engine.Sweep;
import io.github.surefoot.worker.database.fault.AttemptFailedException;
import io.github.surefoot.worker.database.fault.Attempts;
import io.github.surefoot.worker.database.fault.Backoff;
import io.github.surefoot.worker.database.schema.SchemaBuild;
import io.github.surefoot.worker.database.setting.SettingReader;
import io.github.surefoot.worker.database.sql.ScriptDialect;
import java.sql.SQLException;
import java.util.Optional;

/** PostgreSQL, on a server that is there, by the driver that the project has. */
public final class PostgresEngine implements DatabaseEngine {
    /** The first with {@code DROP DATABASE … WITH (FORCE)}. */
    private static final int OLDEST = 13;

    private static final String NAME = "postgresql";
    private static final int PER_MAJOR = 10_000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public DriverClasses driver() {
        return new DriverClasses("org.postgresql", "org.postgresql.Driver", "PGSimpleDataSource");
    }

    @Override
    public ScriptDialect scripts() {
        return new PostgresScripts();
    }

    @Override
    public boolean fits(String url) {
        return url.startsWith(PostgresServer.PREFIX);
    }

    @Override
    public String currentUrl() {
        return PostgresServer.PREFIX + "//surefoot/surefoot_current";
    }

    @Override
    public Optional<String> placeOf(String url) {
        return PostgresServer.placeOf(url);
    }

    @Override
    public PreparedEngine prepare(Preparation preparation) throws InterruptedException {
        try {
            PostgresServer server = PostgresServer.read(new SettingReader(preparation.context()::setting));
            return new Attempts("Cannot prepare the test database", Backoff.usual(), retry -> {})
                    .make(() -> attempt(server, preparation))
                    .result();
        } catch (NoClassDefFoundError e) {
            throw new DatabaseException(
                    "The engine of the test database is postgresql, but its driver is not on the test class path. Add"
                            + " org.postgresql:postgresql in test scope.",
                    e);
        }
    }

    private static PreparedEngine attempt(PostgresServer server, Preparation preparation)
            throws AttemptFailedException {
        PostgresAdmin locks = new PostgresAdmin(server, server.maintenance());
        try {
            return prepared(server, preparation, locks);
        } catch (SQLException e) {
            close(locks, e);
            throw new AttemptFailedException(PostgresDatabase.diagnose(e, server.toString()));
        } catch (RuntimeException e) {
            close(locks, e);
            throw e;
        }
    }

    private static PreparedEngine prepared(PostgresServer server, Preparation preparation, PostgresAdmin locks)
            throws SQLException {
        int version = Integer.parseInt(locks.texts("SHOW server_version_num").get(0)) / PER_MAJOR;
        if (version < OLDEST) {
            throw new DatabaseException("The PostgreSQL server " + server + " is version " + version
                    + ", which is too old: worker databases need version " + OLDEST
                    + " or later. Raise the server, or name"
                    + " another one in surefoot.database.url. [server-too-old]");
        }
        new DatabaseJournal(preparation.context())
                .server(
                        NAME,
                        "PostgreSQL",
                        locks.texts("SELECT current_setting('server_version')").get(0));
        PostgresNames names =
                PostgresNames.drawn(locks.texts("SELECT oid FROM pg_database WHERE datname = current_database()")
                        .get(0));
        locks.texts("SELECT pg_advisory_lock(?)", names.lock());
        NotRemoved notRemoved = NotRemoved.in(preparation);
        Sweep swept = PostgresWorker.sweep(names, locks, notRemoved);
        PostgresAdmin looking = new PostgresAdmin(server, server.maintenance());
        Outages outages = new Outages(
                preparation.context(), server.toString(), () -> looking.once("SELECT pg_postmaster_start_time()"));
        PostgresTemplate template = PostgresTemplate.of(
                new SchemaBuild(preparation.sources()), preparation.owner(), server, locks, Integer.toString(version));
        return new PostgresWorker(
                        server,
                        names,
                        template,
                        new PostgresStrategy(version),
                        swept,
                        notRemoved,
                        outages,
                        locks,
                        preparation.context().disposalTimeout())
                .connected();
    }

    private static void close(PostgresAdmin locks, Exception because) {
        try {
            locks.close();
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }
}
