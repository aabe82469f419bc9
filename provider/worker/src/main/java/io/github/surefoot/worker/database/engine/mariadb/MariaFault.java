package io.github.surefoot.worker.database.engine.mariadb;

import io.github.surefoot.worker.database.fault.Fault;
import io.github.surefoot.worker.database.fault.Retry;
import java.sql.SQLException;

/**
 * The kinds of faults of a database of MariaDB or MySQL, by <a
 * href="https://mariadb.com/kb/en/mariadb-error-code-reference/">the error codes that both have</a>.
 */
enum MariaFault implements Fault {
    /** Nobody listens there, the network fails, or the server has gone in the middle. */
    SERVER_DOWN(Retry.LATER, "Start the server, or mend host and port in surefoot.database.url."),
    /** max_connections, or the limit of the user. */
    TOO_MANY_CONNECTIONS(
            Retry.LATER,
            "Close what tests leave open, run fewer workers (surefoot.workers), or raise max_connections."),
    /** Somebody has locked a table of the template. */
    TEMPLATE_IN_USE(Retry.LATER, "End the session that has locked the template: SHOW FULL PROCESSLIST."),
    /** Somebody has just made a database of that name. */
    NAME_TAKEN(Retry.LATER, "Another one is taken."),
    /** The user or password is wrong, or the user may not come from here. */
    LOGIN_REFUSED(
            Retry.NEVER,
            "Set surefoot.database.user, and surefoot.database.password to the NAME of the secret or environment"
                    + " variable that holds the password; see mysql.user of the server."),
    /** MySQL's driver does not take the server's key without being told to. */
    KEY_NOT_TRUSTED(Retry.NEVER, "Use TLS, or add allowPublicKeyRetrieval=true to surefoot.database.url."),
    /** The user may not make databases, or what is in them. */
    NOT_ALLOWED(
            Retry.NEVER,
            "Let the user have databases of its own: GRANT ALL ON `surefoot\\_%`.* TO 'user'@'host'; what the schema"
                    + " does beside may need more."),
    /** The database of the URL, or a worker's own, is not there. */
    DATABASE_MISSING(
            Retry.NEVER,
            "Name a database that exists in surefoot.database.url, or none; if it is a worker's own, look for a test"
                    + " that drops databases."),
    /** Nothing may be written there. */
    READ_ONLY(Retry.NEVER, "Name a server that may be written to: not a replica, and without read_only."),
    /** No bytes left on the server. */
    DISK_FULL(Retry.AFTER_SWEEP, "Free space where the server keeps its data."),
    /** The server has as many files open as it may. */
    TOO_MANY_FILES(Retry.LATER, "Raise open_files_limit of the server, or run fewer workers."),
    /** The server has no memory left. */
    OUT_OF_MEMORY(Retry.LATER, "Give the server more memory, or run fewer workers."),
    /** A session holds a lock that Surefoot may not end. */
    SESSION_STAYS(
            Retry.NEVER,
            "End the session that has the database open, or let the user do so: GRANT PROCESS, CONNECTION ADMIN ON *.*."),
    /** No session is in it, and XA transactions are prepared on the server. */
    TRANSACTION_STAYS(
            Retry.NEVER,
            "An XA transaction that was prepared keeps its locks when its session has gone, and nobody but who has made it"
                    + " knows its database. End it: XA RECOVER FORMAT='SQL' (on MySQL XA RECOVER CONVERT XID) tells its name,"
                    + " XA ROLLBACK with that name ends it."),
    /** A server that was killed has left a file in the database's directory, which it does not drop. */
    FILES_LEFT(
            Retry.NEVER,
            "Nothing can drop it by SQL: remove the directory of that name among the server's data. A server that is"
                    + " killed while it makes or drops a table with partitions leaves a file there."),
    /** Another session holds a lock beyond its limit, or two wait for each other. */
    LOCKED(Retry.NEVER, "Commit or close the connection that holds the lock before the next one writes."),
    /** None of the above. */
    UNKNOWN(Retry.NEVER, "See the cause.");

    private final Retry retry;
    private final String mend;

    MariaFault(Retry retry, String mend) {
        this.retry = retry;
        this.mend = mend;
    }

    /** Returns the kind of what was thrown. */
    static MariaFault of(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException e) {
                MariaFault fault = ofOne(e);
                if (fault != UNKNOWN) {
                    return fault;
                }
            }
        }
        return UNKNOWN;
    }

    private static MariaFault ofOne(SQLException e) {
        MariaFault byCode = ofCode(e.getErrorCode(), String.valueOf(e.getMessage()));
        if (byCode != UNKNOWN) {
            return byCode;
        }
        if (String.valueOf(e.getMessage()).contains("Public Key Retrieval is not allowed")) {
            return KEY_NOT_TRUSTED;
        }
        return String.valueOf(e.getSQLState()).startsWith("08") ? SERVER_DOWN : UNKNOWN;
    }

    private static MariaFault ofCode(int code, String message) {
        return switch (code) {
            case 1053, 1077, 1079, 1152, 1158, 1159, 1160, 1161, 1927, 3169 -> SERVER_DOWN;
            case 1040, 1203, 1226 -> TOO_MANY_CONNECTIONS;
            case 1007 -> NAME_TAKEN;
            case 1045, 1130, 1251, 1524, 1698, 3118, 4151 -> LOGIN_REFUSED;
            case 1044, 1142, 1143, 1227, 1370, 1410 -> NOT_ALLOWED;
            case 1049, 1008 -> DATABASE_MISSING;
            case 1010 -> message.contains("errno: 39") ? FILES_LEFT : ofSystemError(message);
            case 1290, 1836 -> READ_ONLY;
            case 1021, 1114 -> DISK_FULL;
            case 1037, 1038, 1041, 1135, 5 -> OUT_OF_MEMORY;
            case 1205, 1213 -> LOCKED;
            case 23, 24 -> TOO_MANY_FILES;
            default -> ofSystemError(message);
        };
    }

    /** Several codes pass on what the operating system said, by its number; see errno(3). */
    private static MariaFault ofSystemError(String message) {
        if (message.contains("rrno: 28") || message.contains("rror 28 ") || message.contains("error: 28")) {
            return DISK_FULL;
        }
        return message.contains("rrno: 24") || message.contains("rrno: 23") ? TOO_MANY_FILES : UNKNOWN;
    }

    @Override
    public Retry retry() {
        return retry;
    }

    @Override
    public String mend() {
        return mend;
    }
}
