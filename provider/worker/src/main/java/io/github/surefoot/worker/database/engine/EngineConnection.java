package io.github.surefoot.worker.database.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;

/** A connection of the driver, with what JDBC has no word for. */
public interface EngineConnection {

    /** Returns the driver's connection. */
    Connection jdbc();

    /** From now on no statement waits in a way that {@link #interrupt} could not end. */
    void stopWaiting();

    /**
     * Ends what is running, from another thread. Never called while the connection is being closed.
     *
     * @param running the statements that somebody is in a call of
     */
    void interrupt(Collection<Statement> running) throws SQLException;

    /** Is told of a statement before it runs. */
    default void runs(String sql) {}

    /**
     * Tells whether a commit would keep nothing of the transaction, because a statement in it has failed: some servers
     * roll it back then. Asks no server.
     */
    default boolean commitWouldRollBack() throws SQLException {
        return false;
    }
}
