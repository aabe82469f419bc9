package io.github.surefoot.worker.database.engine.sqlite;

import io.github.surefoot.worker.database.engine.EngineConnection;
import io.github.surefoot.worker.database.engine.EngineDatabase;
import io.github.surefoot.worker.database.engine.OtherConnections;
import io.github.surefoot.worker.database.fault.Diagnosis;
import io.github.surefoot.worker.database.file.FileTrees;
import io.github.surefoot.worker.database.file.OpenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteException;

/** A database of SQLite's: a file, and what SQLite keeps beside it. */
final class SqliteDatabase implements EngineDatabase {
    private static final int BUSY = 5;
    private static final int PRIMARY = 0xff;
    /** Read-only, input/output, corrupt, full, cannot open, no database: what the file system has to do with. */
    private static final Set<Integer> OF_THE_FILE = Set.of(8, 10, 11, 13, 14, 26);

    private final Path file;
    private final String url;

    SqliteDatabase(Path file) {
        this.file = file;
        this.url = SqliteUrls.of(file);
    }

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public String url() {
        return url;
    }

    @Override
    public EngineConnection open(Properties properties, OtherConnections others) throws SQLException {
        SQLiteConnection raw;
        try {
            raw = JDBC.createConnection(url, properties);
        } catch (SQLiteException e) {
            throw diagnosed(e, others);
        }
        if (raw == null) {
            throw new SQLException("The SQLite driver does not know the URL " + url);
        }
        try {
            return new SqliteSession(raw);
        } catch (SQLException e) {
            raw.close();
            throw e;
        }
    }

    /** Adds to SQLite's words what is behind them: who holds the lock, or what is wrong with the file. */
    @Override
    public Throwable explained(Throwable thrown, OtherConnections others) {
        if (!(thrown instanceof SQLiteException e)) {
            return thrown;
        }
        int code = e.getResultCode().code & PRIMARY;
        if (code == BUSY) {
            return with(e, ". Commit or close the other connection before this one writes: " + others.holders());
        }
        return OF_THE_FILE.contains(code) ? diagnosed(e, others) : thrown;
    }

    private SQLiteException diagnosed(SQLiteException e, OtherConnections others) {
        Diagnosis diagnosis = SqliteDiagnoser.diagnose(e, file);
        String list = diagnosis.fault() == SqliteFault.TOO_MANY_OPEN_FILES ? " Open: " + others.openers() : "";
        return diagnosis.fault() == SqliteFault.UNKNOWN ? e : with(e, ". " + diagnosis.message() + list);
    }

    private static SQLiteException with(SQLiteException e, String more) {
        SQLiteException explained = new SQLiteException(e.getMessage() + more, e.getResultCode());
        explained.initCause(e);
        return explained;
    }

    /** SQLite goes on with a deleted file as if nothing had happened, and nobody would know. */
    @Override
    public Optional<String> takenAway() {
        return Files.exists(file)
                ? Optional.empty()
                : Optional.of("was deleted while it was in use. " + SqliteFault.DELETED_UNDER_US.mend());
    }

    @Override
    public List<String> openedPast() {
        return OpenFiles.of(file);
    }

    @Override
    public void keep(Path to) throws IOException {
        Files.copy(file, to.resolveSibling(to.getFileName() + ".db"), StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void remove() throws IOException, InterruptedException {
        FileTrees.deleteWithPrefix(file);
    }
}
