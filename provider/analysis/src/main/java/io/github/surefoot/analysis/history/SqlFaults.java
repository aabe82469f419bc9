package io.github.surefoot.analysis.history;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** What went wrong in a database, told from its error codes. */
final class SqlFaults {
    /** The primary result code of SQLite is in the lowest byte of the extended one. */
    private static final int PRIMARY = 0xff;

    private SqlFaults() {}

    /** Returns the database's own exception, if there is one at the bottom of this. */
    static @Nullable SQLException cause(Throwable e) {
        SQLException found = null;
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && !(t instanceof BatchUpdateException && t.getCause() != null)) {
                found = sql;
            }
        }
        return found;
    }

    static boolean isBusy(SQLException e) {
        return is(e, SQLiteErrorCode.SQLITE_BUSY) || is(e, SQLiteErrorCode.SQLITE_LOCKED);
    }

    static boolean isDamage(SQLException e) {
        return is(e, SQLiteErrorCode.SQLITE_CORRUPT) || is(e, SQLiteErrorCode.SQLITE_NOTADB);
    }

    private static boolean is(SQLException e, SQLiteErrorCode code) {
        // A batch loses the driver's exception type but keeps the code; PostgreSQL always has code 0.
        return (e.getErrorCode() & PRIMARY) == code.code;
    }

    /** Returns one line that says what went wrong. */
    static String oneLine(Throwable e) {
        SQLException sql = cause(e);
        String message = String.valueOf((sql == null ? e : sql).getMessage());
        return message.lines().findFirst().orElse("").strip();
    }
}
