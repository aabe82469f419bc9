package io.github.surefoot.worker.database.connection;

import java.sql.SQLException;

/** Is told of commits that keep nothing. */
@FunctionalInterface
public interface LostCommits {
    /** Tells nobody. */
    LostCommits UNTOLD = site -> {};

    /**
     * Tells that a transaction in which a statement has failed is about to be committed.
     *
     * @param site the line that commits it
     * @throws SQLException if that line shall fail
     */
    void aboutToHappen(OpenSite site) throws SQLException;
}
