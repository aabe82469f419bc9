package io.github.surefoot.worker.database.current;

import io.github.surefoot.worker.database.DatabaseException;
import java.io.IOException;
import java.time.Duration;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Disposes of the databases at the end of a launcher session where no provider does: in an IDE, for one. */
public final class DatabaseSessionListener implements LauncherSessionListener {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    /** Is made by the launcher. */
    public DatabaseSessionListener() {}

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        try {
            CurrentWorker.get().endSession(LIMIT);
        } catch (IOException e) {
            throw new DatabaseException("The test databases could not be disposed of: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
