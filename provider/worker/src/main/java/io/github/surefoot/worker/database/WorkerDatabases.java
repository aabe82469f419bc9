package io.github.surefoot.worker.database;

/**
 * What stands behind {@link TestDatabase}: found as a service, so that what users see knows nothing of what makes it.
 * Not for users, who have {@link TestDatabase#current()}.
 */
public interface WorkerDatabases {
    /**
     * Returns the database of the test that the calling thread runs.
     *
     * @param name which of several; empty for the first
     */
    TestDatabase current(String name);

    /** Returns the URL that always leads to it. */
    String currentUrl(String name);
}
