package io.github.surefoot.worker.database.engine.mariadb;

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
import java.util.List;
import java.util.Optional;

/** MariaDB or MySQL, on a server that is there, by the driver that the project has. */
public final class MariaEngine implements DatabaseEngine {
    private final MariaKind kind;

    private MariaEngine(MariaKind kind) {
        this.kind = kind;
    }

    /** Returns the engine that is used by MariaDB's driver. */
    public static MariaEngine mariadb() {
        return new MariaEngine(MariaKind.MARIADB);
    }

    /** Returns the engine that is used by MySQL's driver. */
    public static MariaEngine mysql() {
        return new MariaEngine(MariaKind.MYSQL);
    }

    @Override
    public String name() {
        return kind.word();
    }

    @Override
    public DriverClasses driver() {
        return kind.classes();
    }

    @Override
    public ScriptDialect scripts() {
        return new MariaScripts();
    }

    @Override
    public boolean fits(String url) {
        return url.startsWith(kind.prefix());
    }

    @Override
    public String currentUrl() {
        return kind.prefix() + "//surefoot/surefoot_current";
    }

    @Override
    public Optional<String> placeOf(String url) {
        return MariaServer.placeOf(kind, url);
    }

    @Override
    public PreparedEngine prepare(Preparation preparation) throws InterruptedException {
        MariaServer server = MariaServer.read(kind, new SettingReader(preparation.context()::setting));
        return new Attempts("Cannot prepare the test database", Backoff.usual(), retry -> {})
                .make(() -> attempt(server, preparation))
                .result();
    }

    private PreparedEngine attempt(MariaServer server, Preparation preparation) throws AttemptFailedException {
        MariaNames names = MariaNames.drawn();
        MariaAdmin locks = new MariaAdmin(server, List.of("DO GET_LOCK('" + names.lock() + "', 10)"));
        try {
            return prepared(server, names, preparation, locks);
        } catch (SQLException e) {
            giveUp(names, locks, e);
            throw new AttemptFailedException(MariaDatabase.diagnose(e, server.toString()));
        } catch (RuntimeException e) {
            giveUp(names, locks, e);
            throw e;
        }
    }

    private PreparedEngine prepared(MariaServer server, MariaNames names, Preparation preparation, MariaAdmin locks)
            throws SQLException {
        String said = locks.texts("SELECT VERSION()").get(0);
        ServerVersion version = ServerVersion.read(said, server.toString());
        new DatabaseJournal(preparation.context()).server(kind.word(), version.mariadb() ? "MariaDB" : "MySQL", said);
        Outages outages =
                new Outages(preparation.context(), server.toString(), new ServerLife(new MariaAdmin(server))::since);
        NotRemoved notRemoved = NotRemoved.in(preparation);
        Sweep swept = MariaWorker.sweep(names, locks, notRemoved);
        MariaTemplate template = MariaTemplate.of(
                new SchemaBuild(preparation.sources()), preparation.owner(), server, locks, version, names);
        return new MariaWorker(server, names, template, swept, notRemoved, outages, locks);
    }

    /** What cannot be removed now is swept by the next worker, as the lock is free then. */
    private static void giveUp(MariaNames names, MariaAdmin locks, Exception because) {
        try (locks) {
            if (locks.isOpen()) {
                MariaWorker.dropAll(names, locks);
            }
        } catch (SQLException e) {
            because.addSuppressed(e);
        }
    }
}
