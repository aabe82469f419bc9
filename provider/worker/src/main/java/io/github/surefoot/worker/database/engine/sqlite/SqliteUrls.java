package io.github.surefoot.worker.database.engine.sqlite;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The URLs of databases. */
final class SqliteUrls {
    /** What every URL of SQLite begins with. */
    static final String PREFIX = "jdbc:sqlite:";

    /** Leads to the database of the test that is running; should nobody be there to say so, to a file that is missing. */
    static final String CURRENT = PREFIX + "surefoot-current?open_mode=2";

    /**
     * How a worker's database is opened by everyone. Open mode 2 is read-write without creating, so that a missing file
     * is an error and not an empty database; nothing here outlives the machine, so nothing waits for the disk.
     */
    private static final String PARAMETERS =
            "?open_mode=2&journal_mode=MEMORY&synchronous=OFF&foreign_keys=true&temp_store=MEMORY&busy_timeout=1500";

    private static final String BUILDING = "?journal_mode=MEMORY&synchronous=OFF&temp_store=MEMORY";

    private SqliteUrls() {}

    /** Returns the URL by which tests open the database. */
    static String of(Path file) {
        return PREFIX + file.toAbsolutePath() + PARAMETERS;
    }

    /** Returns the file that a URL of SQLite names. */
    static Optional<Path> file(String url) {
        if (!url.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String rest = url.substring(PREFIX.length()).replaceFirst("^file:(//)?", "");
        int query = rest.indexOf('?');
        try {
            Path path = Path.of(query < 0 ? rest : rest.substring(0, query));
            return Optional.of(path.toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Returns the URL by which a template is built: it creates the file. */
    static String building(Path file) {
        return PREFIX + file.toAbsolutePath() + BUILDING;
    }

    /** Returns the parameters that are part of every template's and every database's making. */
    static String settings() {
        return PARAMETERS + BUILDING;
    }
}
