package io.github.surefoot.worker.database.engine.sqlite;

import io.github.surefoot.core.process.Crowding;
import org.sqlite.BusyHandler;

/**
 * Waits for a lock as SQLite's own busy timeout does, but can be told to stop: the driver's {@code interrupt} does not
 * end such a wait.
 */
final class StoppableBusyHandler extends BusyHandler {
    /** Milliseconds, growing as in {@code sqliteDefaultBusyCallback}. */
    private static final int[] DELAYS = {1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 100};

    private static final int LIMIT_MILLIS = 1500;
    private static final int LIMIT_UNDER_LOAD_MILLIS = 30_000;
    private static final int GIVE_UP = 0;
    private static final int TRY_AGAIN = 1;
    private volatile boolean stopped;
    private int waited;

    void stop() {
        stopped = true;
    }

    @Override
    protected int callback(int earlier) {
        if (earlier == 0) {
            waited = 0;
        }
        int delay = DELAYS[Math.min(earlier, DELAYS.length - 1)];
        if (stopped || isTooLong(waited + delay)) {
            return GIVE_UP;
        }
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return GIVE_UP;
        }
        waited += delay;
        return stopped ? GIVE_UP : TRY_AGAIN;
    }

    /** Who holds the lock runs the slower, the more want a processor. The load is asked for only by who would give up. */
    private static boolean isTooLong(int millis) {
        return millis > LIMIT_MILLIS && millis > Crowding.limit(LIMIT_MILLIS, LIMIT_UNDER_LOAD_MILLIS);
    }
}
