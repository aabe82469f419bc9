package io.github.surefoot.analysis.history;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.apache.ibatis.datasource.unpooled.UnpooledDataSource;
import org.apache.ibatis.exceptions.PersistenceException;

/** The history in a PostgreSQL database that a team shares. The driver is looked up by name: most builds need none. */
final class PostgresHistory {
    private static final String DRIVER = "org.postgresql.Driver";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** In seconds. A history that does not answer must not hold up a build. */
    private static final String CONNECT_TIMEOUT = "10";
    /** In seconds; longer than other builds hold the tables. */
    private static final String ANSWER_TIMEOUT = "60";

    private final HistoryLocation.PostgresUrl location;
    private final HistoryStore store;

    PostgresHistory(HistoryLocation.PostgresUrl location) throws HistoryUnavailableException {
        this.location = location;
        ClassLoader loader = PostgresHistory.class.getClassLoader();
        try {
            Class.forName(DRIVER, false, loader);
        } catch (ClassNotFoundException e) {
            throw new HistoryUnavailableException(
                    "The history " + location.describe() + " needs the PostgreSQL driver: this run is not remembered."
                            + " Add org.postgresql:postgresql to the <dependencies> of the surefoot-maven-plugin.",
                    e);
        }
        Properties properties = new Properties();
        properties.setProperty("connectTimeout", CONNECT_TIMEOUT);
        properties.setProperty("loginTimeout", CONNECT_TIMEOUT);
        properties.setProperty("socketTimeout", ANSWER_TIMEOUT);
        properties.setProperty("ApplicationName", "surefoot");
        this.store = new HistoryStore(
                new UnpooledDataSource(loader, DRIVER, location.url(), properties),
                Dialect.POSTGRESQL,
                location.describe(),
                new TransactionRetry(PATIENCE));
    }

    ClassTimes classTimes(String module, int runs) throws HistoryUnavailableException {
        return reading("how long classes take", () -> store.classTimes(module, runs));
    }

    WorkerTimes workerTimes(WorkerTimes.Like like, int runs, int timed) throws HistoryUnavailableException {
        return reading("which number of workers is fastest", () -> store.workerTimes(like, runs, timed));
    }

    private <T> T reading(String what, TransactionRetry.Work<T> reading) throws HistoryUnavailableException {
        try {
            return reading.run();
        } catch (PersistenceException e) {
            throw new HistoryUnavailableException(
                    "The history " + location.describe() + " cannot be read (" + SqlFaults.oneLine(e) + "): " + what
                            + " is not known.",
                    e);
        }
    }

    Remembered remember(HistoryRun run) throws HistoryUnavailableException {
        try {
            return store.remember(run);
        } catch (PersistenceException e) {
            SQLException cause = SqlFaults.cause(e);
            String state = cause == null ? "" : " [" + cause.getSQLState() + "]";
            throw new HistoryUnavailableException(
                    "The history " + location.describe() + " cannot be used (" + SqlFaults.oneLine(e) + state
                            + "): this run is not remembered. See that the server runs and that the user may create"
                            + " tables there, or do without: " + HistoryLocation.SETTING + "=none.",
                    e);
        }
    }
}
