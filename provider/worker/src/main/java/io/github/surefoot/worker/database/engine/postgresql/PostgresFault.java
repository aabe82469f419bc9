package io.github.surefoot.worker.database.engine.postgresql;

import io.github.surefoot.worker.database.fault.Fault;
import io.github.surefoot.worker.database.fault.Retry;
import java.sql.SQLException;

/**
 * The kinds of faults of a database of PostgreSQL's, by <a
 * href="https://www.postgresql.org/docs/current/errcodes-appendix.html">its SQL states</a>.
 */
enum PostgresFault implements Fault {
    /** Nobody listens there, the network fails, or the server has gone in the middle. */
    SERVER_DOWN(Retry.LATER, "Start the server, or mend host and port in surefoot.database.url."),
    /** It is there, and not ready yet. */
    SERVER_STARTING(Retry.LATER, "Wait until the server accepts connections."),
    /** max_connections, or the limit of the role. */
    TOO_MANY_CONNECTIONS(
            Retry.LATER,
            "Close what tests leave open, run fewer workers (surefoot.workers), or raise max_connections."),
    /** Somebody is connected to the template, which its seal should have kept him from. */
    TEMPLATE_IN_USE(Retry.LATER, "End the session or prepared transaction that is in the template: pg_stat_activity."),
    /** A session, or a prepared transaction, that the server cannot end keeps a database from being dropped. */
    SESSION_STAYS(
            Retry.NEVER,
            "End the process of the session that is in the database (pg_stat_activity), or its prepared transaction"
                    + " (pg_prepared_xacts)."),
    /** Somebody has just made a database of that name. */
    NAME_TAKEN(Retry.LATER, "Another one is taken."),
    /** The user or password is wrong. */
    LOGIN_REFUSED(
            Retry.NEVER,
            "Set surefoot.database.user, and surefoot.database.password to the NAME of the secret or environment"
                    + " variable that holds the password; see pg_hba.conf of the server."),
    /** The role may not make databases. */
    NOT_ALLOWED(Retry.NEVER, "Let the role make databases: ALTER ROLE name CREATEDB."),
    /** Nothing may be written there. */
    READ_ONLY(
            Retry.NEVER,
            "Name a server, and a role, that may write: no standby, and without default_transaction_read_only."),
    /** The database of the URL, or a worker's own, is not there. */
    DATABASE_MISSING(
            Retry.NEVER,
            "Name a database that exists in surefoot.database.url; if it is a worker's own, look for a test that drops"
                    + " databases."),
    /** No bytes left on the server. */
    DISK_FULL(Retry.AFTER_SWEEP, "Free space where the server keeps its data."),
    /** The server has no memory left. */
    OUT_OF_MEMORY(Retry.LATER, "Give the server more memory, or run fewer workers."),
    /** Another session holds a lock beyond lock_timeout, or two wait for each other. */
    LOCKED(Retry.NEVER, "Commit or close the connection that holds the lock before the next one writes."),
    /** None of the above. */
    UNKNOWN(Retry.NEVER, "See the cause.");

    private final Retry retry;
    private final String mend;

    PostgresFault(Retry retry, String mend) {
        this.retry = retry;
        this.mend = mend;
    }

    /** Returns the kind of what was thrown. */
    static PostgresFault of(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException e && e.getSQLState() != null) {
                String state = e.getSQLState();
                return ofState(state);
            }
        }
        return UNKNOWN;
    }

    private static PostgresFault ofState(String state) {
        return switch (state) {
            case "08000", "08001", "08003", "08006", "57P01", "57P02" -> SERVER_DOWN;
            case "57P03" -> SERVER_STARTING;
            case "53300" -> TOO_MANY_CONNECTIONS;
            case "55006" -> TEMPLATE_IN_USE;
            case "42P04" -> NAME_TAKEN;
            case "08004", "28000", "28P01" -> LOGIN_REFUSED;
            case "42501" -> NOT_ALLOWED;
            case "25006" -> READ_ONLY;
            case "3D000" -> DATABASE_MISSING;
            case "53100" -> DISK_FULL;
            case "53200" -> OUT_OF_MEMORY;
            case "55P03", "40P01" -> LOCKED;
            default -> UNKNOWN;
        };
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
