package io.github.surefoot.worker.database.engine.sqlite;

import io.github.surefoot.worker.database.engine.EngineConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import org.sqlite.BusyHandler;
import org.sqlite.SQLiteConnection;

/** A connection of SQLite's driver, whose waits for locks can be ended. */
final class SqliteSession implements EngineConnection {
    private final SQLiteConnection raw;
    private final StoppableBusyHandler busy = new StoppableBusyHandler();

    SqliteSession(SQLiteConnection raw) throws SQLException {
        this.raw = raw;
        BusyHandler.setHandler(raw, busy);
    }

    @Override
    public Connection jdbc() {
        return raw;
    }

    @Override
    public void stopWaiting() {
        busy.stop();
    }

    /** SQLite runs one statement at a time, and the driver's own cancel does not always reach it. */
    @Override
    public void interrupt(Collection<Statement> running) throws SQLException {
        raw.getDatabase().interrupt();
    }
}
