package io.github.surefoot.worker.database.engine.mariadb;

import io.github.surefoot.worker.database.DatabaseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a server.
 *
 * @param mariadb whether it is MariaDB, and not MySQL
 * @param number major version times 1000 and minor version: 10011 for 10.11
 */
record ServerVersion(boolean mariadb, int number) {
    private static final Pattern NUMBERS = Pattern.compile("(?:5\\.5\\.5-)?(\\d+)\\.(\\d+)\\..*");
    private static final int MAJOR = 1000;
    private static final int OLDEST_MARIADB = 10 * MAJOR + 5;
    private static final int OLDEST_MYSQL = 8 * MAJOR;
    /** The first that lets the history of a system-versioned table be inserted. */
    private static final int WITH_HISTORY = 10 * MAJOR + 11;

    /**
     * Reads what {@code SELECT VERSION()} says.
     *
     * @param server how messages call it
     * @throws DatabaseException if it is too old
     */
    static ServerVersion read(String said, String server) {
        Matcher matcher = NUMBERS.matcher(said);
        boolean mariadb = said.contains("MariaDB");
        int number =
                matcher.matches() ? Integer.parseInt(matcher.group(1)) * MAJOR + Integer.parseInt(matcher.group(2)) : 0;
        if (number < (mariadb ? OLDEST_MARIADB : OLDEST_MYSQL)) {
            throw new DatabaseException("The server " + server + " is version " + said
                    + ", which is too old. Worker databases need MariaDB 10.5, or MySQL 8.0, or later: raise the server,"
                    + " or name another one in surefoot.database.url. [server-too-old]");
        }
        return new ServerVersion(mariadb, number);
    }

    boolean keepsHistory() {
        return mariadb && number >= WITH_HISTORY;
    }

    @Override
    public String toString() {
        return (mariadb ? "mariadb-" : "mysql-") + number / MAJOR + "." + number % MAJOR;
    }
}
