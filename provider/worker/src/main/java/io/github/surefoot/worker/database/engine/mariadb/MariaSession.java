package io.github.surefoot.worker.database.engine.mariadb;

import io.github.surefoot.worker.database.engine.EngineConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;

/**
 * A connection of the driver.
 *
 * @param id its number on the server
 * @param admin another connection, that ends what runs in this one: the driver would need a new one, which a server that
 *     is full does not give
 * @param xa of its database
 */
record MariaSession(Connection jdbc, String id, MariaAdmin admin, XaTransactions xa) implements EngineConnection {
    /** A wait for a lock is ended by {@link #interrupt}, as any statement is. */
    @Override
    public void stopWaiting() {}

    @Override
    public void interrupt(Collection<Statement> running) throws SQLException {
        if (!running.isEmpty()) {
            MariaDatabase.kill(admin, "QUERY", id);
        }
    }

    @Override
    public void runs(String sql) {
        xa.runs(sql);
    }
}
