package io.github.surefoot.worker.database.engine.sqlite;

import io.github.surefoot.worker.database.fault.Diagnosis;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Finds out what a failure of the database really was: SQLite's code says little, so the file system is asked.
 *
 * <p>The result codes are those of <a href="https://www.sqlite.org/rescode.html">SQLite</a>; the lower eight bits
 * are the primary code.
 */
final class SqliteDiagnoser {
    /** The longest path SQLite takes, in bytes, the suffix {@code -journal} included: MAX_PATHNAME of its os_unix.c. */
    public static final int MAX_PATH_BYTES = 512;

    private static final int PRIMARY = 0xff;

    private SqliteDiagnoser() {}

    /** Finds the kind of a failure of the database in the file, or of what was done to make it. */
    public static Diagnosis diagnose(Throwable thrown, Path file) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof IllegalCallerException) {
                // The driver says no more above it than that it cannot open a connection.
                return of(SqliteFault.NATIVE_ACCESS_DENIED, file, t);
            }
        }
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            SqliteFault fault = faultOf(t, file);
            if (fault != SqliteFault.UNKNOWN) {
                return of(fault, file, t);
            }
        }
        return of(SqliteFault.UNKNOWN, file, thrown);
    }

    /** Puts a fault whose kind is known into words. */
    public static Diagnosis of(SqliteFault fault, Path file, Throwable thrown) {
        return new Diagnosis(fault, "file " + file, SqliteFindings.about(fault, file), thrown);
    }

    private static SqliteFault faultOf(Throwable t, Path file) {
        if (t instanceof SQLiteException e) {
            return ofSqlite(e.getResultCode(), file);
        } else if (t instanceof SQLException e) {
            return e.getErrorCode() == 0 ? ofDriver(e) : SqliteFault.UNKNOWN;
        } else if (t instanceof LinkageError) {
            return FileSystemProbe.outOfDescriptors()
                    ? SqliteFault.TOO_MANY_OPEN_FILES
                    : SqliteFault.NATIVE_DIRECTORY_UNUSABLE;
        } else if (t instanceof FileSystemException e) {
            return ofFileSystem(e, file);
        }
        return SqliteFault.UNKNOWN;
    }

    /** The driver throws with code 0 when its native library could not be loaded. */
    private static SqliteFault ofDriver(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("native") || message.contains("Error opening connection")
                ? SqliteFault.NATIVE_DIRECTORY_UNUSABLE
                : SqliteFault.UNKNOWN;
    }

    private static SqliteFault ofSqlite(SQLiteErrorCode code, Path file) {
        return switch (code.code & PRIMARY) {
            case 5, 6 -> SqliteFault.LOCKED;
            case 8 -> readOnly(code, file);
            case 10 -> inputOutput(code, file);
            case 11, 26 -> SqliteFault.CORRUPT;
            case 13 -> SqliteFault.DISK_FULL;
            case 14 -> cannotOpen(file);
            default -> SqliteFault.UNKNOWN;
        };
    }

    private static SqliteFault readOnly(SQLiteErrorCode code, Path file) {
        return switch (code) {
            case SQLITE_READONLY_DBMOVED -> SqliteFault.DELETED_UNDER_US;
            case SQLITE_READONLY_DIRECTORY -> SqliteFault.DIRECTORY_NOT_WRITABLE;
            default -> FileSystemProbe.exists(file) ? SqliteFault.FILE_NOT_WRITABLE : SqliteFault.DELETED_UNDER_US;
        };
    }

    private static SqliteFault inputOutput(SQLiteErrorCode code, Path file) {
        if (code == SQLiteErrorCode.SQLITE_IOERR_GETTEMPPATH) {
            return SqliteFault.TEMP_DIRECTORY_NOT_WRITABLE;
        }
        return FileSystemProbe.exists(file) ? FileSystemProbe.creating(file) : SqliteFault.DELETED_UNDER_US;
    }

    /** The eleven triggers of "unable to open database file", told apart. */
    private static SqliteFault cannotOpen(Path file) {
        if (tooLong(file)) {
            return SqliteFault.PATH_TOO_LONG;
        } else if (FileSystemProbe.outOfDescriptors()) {
            return SqliteFault.TOO_MANY_OPEN_FILES;
        } else if (FileSystemProbe.firstMissing(file.getParent()) != null) {
            return SqliteFault.PARENT_MISSING;
        } else if (FileSystemProbe.exists(file) && !FileSystemProbe.readableAndWritable(file)) {
            return SqliteFault.FILE_NOT_WRITABLE;
        }
        SqliteFault creating = FileSystemProbe.creating(file);
        if (creating != SqliteFault.UNKNOWN) {
            return creating;
        }
        return FileSystemProbe.exists(file) ? SqliteFault.UNKNOWN : SqliteFault.FILE_MISSING;
    }

    private static SqliteFault ofFileSystem(FileSystemException e, Path file) {
        if (tooLong(file)) {
            return SqliteFault.PATH_TOO_LONG;
        } else if (e instanceof NoSuchFileException) {
            return FileSystemProbe.firstMissing(file.getParent()) != null
                    ? SqliteFault.PARENT_MISSING
                    : SqliteFault.FILE_MISSING;
        }
        return FileSystemProbe.ofReason(e, file);
    }

    /** Tells whether a database at that path would have no room for its journal. */
    public static boolean tooLong(Path file) {
        return bytes(file) + "-journal".length() > MAX_PATH_BYTES;
    }

    static int bytes(Path file) {
        return file.toAbsolutePath().toString().getBytes(Charset.defaultCharset()).length;
    }
}
