package io.github.surefoot.worker.database.engine.h2;

import io.github.surefoot.worker.database.fault.Fault;
import io.github.surefoot.worker.database.fault.Retry;
import java.sql.SQLException;

/**
 * The kinds of faults of a database of H2, by <a href="https://h2database.com/javadoc/org/h2/api/ErrorCode.html">its
 * error codes</a>.
 */
enum H2Fault implements Fault {
    /** Somebody has deleted it, or never made it. */
    DATABASE_MISSING(
            Retry.NEVER,
            "The database was removed while it was in use: look for a test or build step that deletes it."),
    /** Another session holds a lock, longer than LOCK_TIMEOUT; or two wait for each other. */
    LOCKED(Retry.NEVER, "Commit or close the connection that holds the lock before the next one writes."),
    /** Another process has the file open. */
    IN_USE(Retry.NEVER, "End the other process, or leave the file to Surefoot alone."),
    /** A statement or test has shut it down. */
    SHUT_DOWN(Retry.NEVER, "Look for a SHUTDOWN in a test: later connections open the database anew."),
    /** MODE, or another setting of the URL, is not one of H2's. */
    SETTING_UNKNOWN(
            Retry.NEVER,
            "Mend the settings after the first ';' of surefoot.database.url: https://h2database.com/html/features.html."),
    /** No bytes left, or a directory that is gone or not to be written. */
    FILE_NOT_WRITABLE(
            Retry.AFTER_SWEEP,
            "Make room or give the right to write there, or set surefoot.database.directory, or keep it in memory:"
                    + " surefoot.database.url=jdbc:h2:mem:."),
    /** The content is not a sound database. */
    CORRUPT(Retry.NEVER, "Delete the template and run again; it is built anew."),
    /** The JVM has no memory left for it. */
    OUT_OF_MEMORY(
            Retry.NEVER,
            "Give the tests more memory (-Xmx in argLine), or keep databases in files:"
                    + " surefoot.database.url=jdbc:h2:file:."),
    /** None of the above. */
    UNKNOWN(Retry.NEVER, "See the cause.");

    private final Retry retry;
    private final String mend;

    H2Fault(Retry retry, String mend) {
        this.retry = retry;
        this.mend = mend;
    }

    /** Returns the kind of what was thrown. */
    static H2Fault of(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof SQLException e) {
                H2Fault fault = ofCode(e.getErrorCode());
                if (fault != UNKNOWN) {
                    return fault;
                }
            } else if (t instanceof OutOfMemoryError) {
                return OUT_OF_MEMORY;
            } else if (t instanceof java.io.IOException) {
                return FILE_NOT_WRITABLE;
            }
        }
        return UNKNOWN;
    }

    private static H2Fault ofCode(int code) {
        return switch (code) {
            case 90013, 90146, 90149 -> DATABASE_MISSING;
            case 50200, 40001, 90131 -> LOCKED;
            case 90020 -> IN_USE;
            case 90098, 90121 -> SHUT_DOWN;
            case 90088, 90113, 90046, 90066 -> SETTING_UNKNOWN;
            case 90028, 90031, 90062, 90024 -> FILE_NOT_WRITABLE;
            case 90030, 90048 -> CORRUPT;
            case 90108 -> OUT_OF_MEMORY;
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
