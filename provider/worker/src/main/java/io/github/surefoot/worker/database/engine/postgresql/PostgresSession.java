package io.github.surefoot.worker.database.engine.postgresql;

import io.github.surefoot.worker.database.engine.EngineConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/** A connection of PostgreSQL's driver. */
record PostgresSession(Connection jdbc) implements EngineConnection {
    /** A wait for a lock is ended by {@link #interrupt}, as any statement is. */
    @Override
    public void stopWaiting() {}

    @Override
    public void interrupt(Collection<Statement> running) throws SQLException {
        for (Statement each : running) {
            each.cancel();
        }
    }

    @Override
    public boolean commitWouldRollBack() throws SQLException {
        return jdbc.unwrap(BaseConnection.class).getTransactionState() == TransactionState.FAILED;
    }
}
