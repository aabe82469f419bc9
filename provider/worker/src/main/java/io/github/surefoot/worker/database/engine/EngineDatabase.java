package io.github.surefoot.worker.database.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** One database of an engine. Safe for use by several threads. */
public interface EngineDatabase {

    /** Returns what identifies it among all of the engine, for messages too: a file, or a name on a server. */
    String place();

    /** Returns the URL that users get, complete: no user and no password is needed beside it. */
    String url();

    /**
     * Opens a connection, as the URL would without Surefoot.
     *
     * @param properties of the driver, as users give them to the driver manager
     * @param others tells of the connections there are, for the message if this fails
     */
    EngineConnection open(Properties properties, OtherConnections others) throws SQLException;

    /** Returns the same failure, with what is behind it: who holds the lock, what is wrong with the place. */
    Throwable explained(Throwable thrown, OtherConnections others);

    /** Says what happened, and the mend, if the database was taken away while it was in use. */
    Optional<String> takenAway();

    /** Returns what else is open in the database when all connections that are known are closed, one each. */
    List<String> openedPast();

    /**
     * Returns what outlives all connections, and keeps a database from being removed: nouns with names. {@link #remove} ends
     * it.
     */
    default List<String> leftBehind() {
        return List.of();
    }

    /**
     * Puts what is in it into a file for people to look at; nothing of ours has a connection any more.
     *
     * @param file without a suffix, in a directory that is there
     * @throws SQLException if it cannot be read
     */
    void keep(Path file) throws IOException, SQLException;

    /**
     * Removes it; what is not there is removed.
     *
     * @throws IOException if it cannot be removed after several attempts
     */
    void remove() throws IOException, InterruptedException;

    /** Removes it as {@link #remove} does; nobody has ever got into it. */
    default void removeUnused() throws IOException, InterruptedException {
        remove();
    }
}
