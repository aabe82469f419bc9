package io.github.surefoot.maven.round;

import io.github.surefoot.maven.guard.WorkerGuard;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is at work in a run, for whoever has to end it before its time. */
final class UnderWay {
    private @Nullable RunJournal journal;
    private @Nullable RoundAnnouncer announcer;
    private @Nullable WorkerGuard guard;

    synchronized void writes(RunJournal own) {
        journal = own;
    }

    synchronized void follows(RoundAnnouncer own) {
        announcer = own;
    }

    synchronized void guards(WorkerGuard own) {
        guard = own;
    }

    /**
     * Writes down what is known of the rounds, and asks the workers to end.
     *
     * @return whether the run had begun
     */
    synchronized boolean interrupt() throws IOException {
        if (journal == null) {
            return false;
        }
        if (announcer != null) {
            announcer.interrupted();
        }
        journal.interrupted();
        if (guard != null) {
            guard.askToEnd();
        }
        return true;
    }

    void awaitWorkers(Duration patience) {
        @Nullable WorkerGuard own;
        synchronized (this) {
            own = guard;
        }
        if (own != null) {
            own.awaitEnd(patience);
        }
    }
}
