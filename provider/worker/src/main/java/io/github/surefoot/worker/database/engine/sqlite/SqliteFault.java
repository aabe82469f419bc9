package io.github.surefoot.worker.database.engine.sqlite;

import io.github.surefoot.worker.database.fault.Fault;
import io.github.surefoot.worker.database.fault.Retry;

/**
 * The kinds of faults of a worker's database. SQLite says "unable to open database file" for most of them, and nearly
 * all are permanent: only a fault that goes away without the user is ever tried again.
 */
enum SqliteFault implements Fault {
    /** A directory above the file is not there. */
    PARENT_MISSING(Retry.NEVER, "Create the directory, or set surefoot.database.directory to one that exists."),
    /** The file is not there; without {@code open_mode=2} SQLite would create an empty one in its place. */
    FILE_MISSING(
            Retry.NEVER,
            "The database was deleted while it was in use: look for a test or build step that cleans the directory."),
    /** File or directory were deleted or moved while a connection was open. */
    DELETED_UNDER_US(
            Retry.NEVER, "Look for a test or build step, such as 'mvn clean' in another window, that deletes it."),
    /** No file can be created next to the database. */
    DIRECTORY_NOT_WRITABLE(
            Retry.NEVER,
            "Make the directory writable for the user that runs the tests, or set surefoot.database.directory."),
    /** The file itself may not be written or read. */
    FILE_NOT_WRITABLE(Retry.NEVER, "Give the user that runs the tests the right to read and write the file."),
    /** No bytes left. */
    DISK_FULL(Retry.AFTER_SWEEP, "Free space there, or set surefoot.database.directory to a larger file system."),
    /** Bytes left, but no room for one more file. */
    NO_INODES(
            Retry.AFTER_SWEEP,
            "The file system has no inodes left: delete files there, or set surefoot.database.directory."),
    /** This process may open no more files. */
    TOO_MANY_OPEN_FILES(
            Retry.AFTER_CLOSING_LEAKS, "Close what is opened, see the list, or raise the limit (ulimit -n)."),
    /** The path is longer than SQLite can take, its journal's suffix included. */
    PATH_TOO_LONG(Retry.NEVER, "Set surefoot.database.directory to a shorter path."),
    /** SQLite wants a temporary file and has no directory for it. */
    TEMP_DIRECTORY_NOT_WRITABLE(
            Retry.NEVER, "Open the database by the URL Surefoot gives, which has temp_store=MEMORY in it."),
    /** The native library cannot be written, read or executed where it is. */
    NATIVE_DIRECTORY_UNUSABLE(
            Retry.NEVER,
            "The directory is mounted noexec or read-only, or is full: set surefoot.database.native to another one."),
    /** The native library is not what the driver's jar holds. */
    NATIVE_LIBRARY_DAMAGED(Retry.NEVER, "Delete the directory; it is written anew."),
    /** JDK 24 and up refuse native code that was not allowed. */
    NATIVE_ACCESS_DENIED(
            Retry.NEVER, "Add --enable-native-access=ALL-UNNAMED to the argLine of the tests (surefoot:test does)."),
    /** Another connection holds a lock. */
    LOCKED(Retry.LATER, "Commit or close the connection that holds the lock before the next one writes."),
    /** The content is not a sound database, e.g. after a stale journal was applied to it. */
    CORRUPT(Retry.NEVER, "Never copy a database that is open, and never to a path that was used before."),
    /** None of the above. */
    UNKNOWN(Retry.NEVER, "See the cause.");

    private final Retry retry;
    private final String mend;

    SqliteFault(Retry retry, String mend) {
        this.retry = retry;
        this.mend = mend;
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
