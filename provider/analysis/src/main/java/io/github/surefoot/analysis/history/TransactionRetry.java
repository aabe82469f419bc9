package io.github.surefoot.analysis.history;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.ibatis.exceptions.PersistenceException;

/**
 * Tries a transaction again while other builds are in its way.
 *
 * @param limit how long altogether
 */
record TransactionRetry(Duration limit) {
    private static final long PAUSE_MILLIS = 50;
    /** PostgreSQL: serialization failure, deadlock, too many connections. */
    private static final Set<String> TRANSIENT_STATES = Set.of("40001", "40P01", "53300");

    interface Work<T> {
        T run() throws HistoryUnavailableException;
    }

    /**
     * Runs the work, again and again until nobody is in its way or the limit has passed.
     *
     * @throws PersistenceException what kept it from succeeding in the end
     */
    <T> T untilFree(Work<T> work) throws HistoryUnavailableException {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                return work.run();
            } catch (PersistenceException e) {
                if (!isTransient(e) || System.nanoTime() > end) {
                    throw e;
                }
                pause(e);
            }
        }
    }

    private static boolean isTransient(PersistenceException e) {
        SQLException cause = SqlFaults.cause(e);
        if (cause == null) {
            return false;
        }
        return SqlFaults.isBusy(cause) || TRANSIENT_STATES.contains(String.valueOf(cause.getSQLState()));
    }

    private static void pause(PersistenceException because) {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            because.addSuppressed(interrupted);
            throw because;
        }
    }
}
