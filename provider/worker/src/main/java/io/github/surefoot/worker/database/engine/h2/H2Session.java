package io.github.surefoot.worker.database.engine.h2;

import io.github.surefoot.worker.database.engine.EngineConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;

/** A connection of H2's driver. */
record H2Session(Connection jdbc) implements EngineConnection {
    /** A wait for a lock ends by H2's own LOCK_TIMEOUT, which is two seconds unless the URL says more. */
    @Override
    public void stopWaiting() {}

    @Override
    public void interrupt(Collection<Statement> running) throws SQLException {
        for (Statement each : running) {
            each.cancel();
        }
    }
}
