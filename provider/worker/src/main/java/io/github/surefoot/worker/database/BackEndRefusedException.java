package io.github.surefoot.worker.database;

/**
 * A way into the worker's database that is not allowed. Not an {@link java.sql.SQLException}: the driver manager would
 * take that as this driver's failure and ask the next one.
 */
public final class BackEndRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says which way it was, and which one to take. */
    public BackEndRefusedException(String message) {
        super(message);
    }
}
