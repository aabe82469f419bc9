package io.github.surefoot.worker.database.template;

import java.nio.file.Path;

/** The URLs of databases. */
public final class Urls {
    /** What every URL of SQLite begins with. */
    public static final String PREFIX = "jdbc:sqlite:";
    /**
     * How a worker's database is opened by everyone. Open mode 2 is read-write without creating, so that a missing file
     * is an error and not an empty database; nothing here outlives the machine, so nothing waits for the disk.
     */
    private static final String PARAMETERS =
            "?open_mode=2&journal_mode=MEMORY&synchronous=OFF&foreign_keys=true&temp_store=MEMORY&busy_timeout=1500";

    private static final String BUILDING = "?journal_mode=MEMORY&synchronous=OFF&temp_store=MEMORY";

    private Urls() {}

    /** Returns the URL by which tests open the database. */
    public static String of(Path file) {
        return PREFIX + file.toAbsolutePath() + PARAMETERS;
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
