package io.github.surefoot.worker.database.engine.sqlite;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.TestDatabase;
import java.nio.file.Path;

/** The file of a worker's database, for tests of what only SQLite has. */
public final class SqliteFile {
    private SqliteFile() {}

    /**
     * Returns the file, in the directory that the worker has for itself.
     *
     * @throws DatabaseException if the database is not SQLite's
     */
    public static Path of(TestDatabase database) {
        return SqliteUrls.file(database.url())
                .orElseThrow(() -> new DatabaseException("The " + database + " is not of SQLite and has no file of its"
                        + " own. Set surefoot.database.engine to sqlite for tests that need one."));
    }
}
