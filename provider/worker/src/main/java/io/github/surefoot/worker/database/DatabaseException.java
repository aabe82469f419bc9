package io.github.surefoot.worker.database;

/** A worker's database that cannot be had or used; the message names the cause and the mend. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Says what is wrong. */
    public DatabaseException(String message) {
        super(message);
    }

    /** Says what is wrong, and what was thrown. */
    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
