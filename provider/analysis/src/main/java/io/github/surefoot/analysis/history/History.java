package io.github.surefoot.analysis.history;

import io.github.surefoot.analysis.history.HistoryLocation.None;
import io.github.surefoot.analysis.history.HistoryLocation.PostgresUrl;
import io.github.surefoot.analysis.history.HistoryLocation.SqliteFile;
import java.util.List;
import java.util.Map;

/**
 * The history of runs across builds. It never fails a build: what keeps it from working is told in
 * {@link Remembered#notices()}.
 */
public final class History {
    /** How many runs "the last runs" are: the ones a test is compared with. */
    public static final int WINDOW = 20;

    /** How many runs of a module are remembered test by test; of older ones, only the sums and the failures. */
    public static final int MEMORY = 200;

    /** How many of the last runs tell how long a class takes: enough that one slow machine has no say. */
    private static final int TIMED = 5;

    private final HistoryLocation location;

    private History(HistoryLocation location) {
        this.location = location;
    }

    /** Returns the history at a place. Nothing is opened yet. */
    public static History at(HistoryLocation location) {
        return new History(location);
    }

    /** Returns how long the test classes of a module took in its last runs; nothing is known without a history. */
    public ClassTimes classTimes(String module) {
        try {
            if (location instanceof SqliteFile sqlite) {
                return new SqliteHistory(sqlite.file()).classTimes(module, TIMED);
            } else if (location instanceof PostgresUrl postgres) {
                return new PostgresHistory(postgres).classTimes(module, TIMED);
            }
            return ClassTimes.UNKNOWN;
        } catch (HistoryUnavailableException e) {
            return new ClassTimes(Map.of(), List.of(String.valueOf(e.getMessage())));
        }
    }

    /** Returns how long runs took that are like one to come; nothing is known without a history. */
    public WorkerTimes workerTimes(WorkerTimes.Like like) {
        try {
            if (location instanceof SqliteFile sqlite) {
                return new SqliteHistory(sqlite.file()).workerTimes(like, WINDOW, TIMED);
            } else if (location instanceof PostgresUrl postgres) {
                return new PostgresHistory(postgres).workerTimes(like, WINDOW, TIMED);
            }
            return WorkerTimes.UNKNOWN;
        } catch (HistoryUnavailableException e) {
            return new WorkerTimes(List.of(), 0, List.of(String.valueOf(e.getMessage())));
        }
    }

    /** Adds a run, unless it is already there, and tells what is known from the runs before it. */
    public Remembered remember(HistoryRun run) {
        try {
            if (location instanceof SqliteFile sqlite) {
                return new SqliteHistory(sqlite.file()).remember(run);
            } else if (location instanceof PostgresUrl postgres) {
                return new PostgresHistory(postgres).remember(run);
            } else if (location instanceof None) {
                return Remembered.NOTHING;
            }
            throw new IllegalStateException("No history for " + location.getClass());
        } catch (HistoryUnavailableException e) {
            return Remembered.butFor(String.valueOf(e.getMessage()));
        }
    }
}
