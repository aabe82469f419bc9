package io.github.surefoot.analysis.history;

import io.github.surefoot.core.file.MachineDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.ibatis.exceptions.PersistenceException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

/**
 * The history in a SQLite file. A rollback journal and full synchronization keep it whole when a build is killed or the
 * power fails, and unlike WAL need nothing of the file system but locks. Write transactions begin as IMMEDIATE, so two
 * builds queue instead of failing half-way.
 */
final class SqliteHistory {
    private static final int BUSY_MILLIS = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path file;
    private final DamagedFile damaged;
    private final SQLiteDataSource dataSource;
    private final HistoryStore store;

    SqliteHistory(Path file) {
        this.file = file;
        this.damaged = new DamagedFile(file);
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.DELETE);
        config.setSynchronous(SynchronousMode.FULL);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        this.dataSource = new SQLiteDataSource(config);
        dataSource.setUrl("jdbc:sqlite:" + file);
        this.store = new HistoryStore(dataSource, Dialect.SQLITE, file.toString(), new TransactionRetry(PATIENCE));
    }

    Remembered remember(HistoryRun run) throws HistoryUnavailableException {
        List<String> notices = new ArrayList<>();
        try {
            MachineDirectory.ensure(Objects.requireNonNull(file.toAbsolutePath().getParent()));
            setAsideIfDamaged().ifPresent(notices::add);
            return attempt(run, notices);
        } catch (IOException e) {
            throw new HistoryUnavailableException(unavailable(e.toString()), e);
        } catch (PersistenceException | SQLException | LinkageError e) {
            // A LinkageError: SQLite's native library cannot be unpacked or loaded on this machine.
            throw new HistoryUnavailableException(unavailable(SqlFaults.oneLine(e)), e);
        }
    }

    ClassTimes classTimes(String module, int runs) throws HistoryUnavailableException {
        return reading(ClassTimes.UNKNOWN, "how long classes take", () -> store.classTimes(module, runs));
    }

    WorkerTimes workerTimes(WorkerTimes.Like like, int runs, int timed) throws HistoryUnavailableException {
        return reading(
                WorkerTimes.UNKNOWN, "which number of workers is fastest", () -> store.workerTimes(like, runs, timed));
    }

    private <T> T reading(T unknown, String what, TransactionRetry.Work<T> reading) throws HistoryUnavailableException {
        if (Files.notExists(file)) {
            return unknown;
        }
        try {
            return reading.run();
        } catch (PersistenceException | LinkageError e) {
            throw new HistoryUnavailableException(
                    "The history " + file + " cannot be read (" + SqlFaults.oneLine(e) + "): " + what
                            + " is not known.",
                    e);
        }
    }

    private Remembered attempt(HistoryRun run, List<String> notices)
            throws HistoryUnavailableException, IOException, SQLException {
        try {
            return store.remember(run).with(notices);
        } catch (PersistenceException e) {
            // Damage that the check did not see, or that happened since.
            SQLException cause = SqlFaults.cause(e);
            if (cause == null || !SqlFaults.isDamage(cause)) {
                throw e;
            }
            notices.add(damaged.setAside(SqlFaults.oneLine(cause)));
            return store.remember(run).with(notices);
        }
    }

    private Optional<String> setAsideIfDamaged() throws IOException, SQLException {
        if (damage().isEmpty()) {
            return Optional.empty();
        }
        // Two builds may have found the same damage: only one of them moves the file, the other finds a whole one.
        return damaged.exclusively(() -> {
            Optional<String> damage = damage();
            return damage.isPresent() ? Optional.of(damaged.setAside(damage.get())) : Optional.empty();
        });
    }

    /**
     * Returns what is wrong with the file, if anything is. The quick check would be faster, and does not compare a table
     * with its indexes: a name that stands in them differently is read in one way and looked up in another.
     */
    private Optional<String> damage() throws SQLException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("pragma integrity_check(1)")) {
            String answer = result.next() ? result.getString(1) : "no answer";
            return "ok".equals(answer) ? Optional.empty() : Optional.of(onOneLine(answer));
        } catch (SQLException e) {
            if (SqlFaults.isDamage(e)) {
                return Optional.of(SqlFaults.oneLine(e));
            }
            throw e;
        }
    }

    private static String onOneLine(String answer) {
        return answer.lines().map(String::strip).collect(Collectors.joining(" "));
    }

    private String unavailable(String why) {
        return "The history " + file + " cannot be used (" + why
                + "): this run is not remembered. Make the file and its"
                + " directory writable, name another place with " + HistoryLocation.SETTING + "=..., or do without: "
                + HistoryLocation.SETTING + "=none.";
    }
}
