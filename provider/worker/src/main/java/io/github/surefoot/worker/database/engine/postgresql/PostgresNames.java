package io.github.surefoot.worker.database.engine.postgresql;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of databases on the server, by which Surefoot's are known from all others. The worker's part is drawn anew
 * for each; beside it stands the database that the advisory locks are in, since locks of another are not seen.
 *
 * @param maintenance the number (oid) of the database that holds the locks
 * @param worker 16 hexadecimal digits
 */
record PostgresNames(String maintenance, String worker) {
    /** Asks for the databases that the role may drop: what another role has left is its own to sweep. */
    static final String DROPPABLE =
            "SELECT datname FROM pg_database WHERE pg_has_role(datdba, 'USAGE') ORDER BY pg_database.oid";

    private static final Pattern DATABASE = Pattern.compile("surefoot_w(\\d+)_([0-9a-f]{16})_\\d+");
    private static final Pattern OURS = Pattern.compile("surefoot_(w\\d+_[0-9a-f]{16}_\\d+|[tb][0-9a-f]{32})");
    private static final int BYTES = 8;

    static PostgresNames drawn(String maintenance) {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new PostgresNames(maintenance, HexFormat.of().formatHex(bytes));
    }

    String database(int number) {
        return "surefoot_w" + maintenance + "_" + worker + "_" + number;
    }

    /** Returns whose a database is; none if it is not a worker's, or was made with locks in another database. */
    Optional<PostgresNames> ownerOf(String database) {
        Matcher matcher = DATABASE.matcher(database);
        return matcher.matches() && matcher.group(1).equals(maintenance)
                ? Optional.of(new PostgresNames(maintenance, matcher.group(2)))
                : Optional.empty();
    }

    /** Returns the key of the advisory lock that the worker holds as long as it lives. */
    long lock() {
        return Long.parseUnsignedLong(worker, 16);
    }

    static boolean isOurs(String database) {
        return OURS.matcher(database).matches();
    }
}
