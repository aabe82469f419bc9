package io.github.surefoot.surefire.claim;

import io.github.surefoot.core.protocol.PlanDirectory;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Holds workers back from a round that Maven has not opened yet. Normally all are open: a worker that is done with one
 * round goes on to the next while others finish it. When rounds are to run one after the other, because each may be
 * the last, Maven opens them with files.
 */
public final class RoundBarrier {
    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private final WorkerSettings settings;

    /** Prepares to wait beside the plan of a run. */
    public RoundBarrier(WorkerSettings settings) {
        this.settings = settings;
    }

    /** Waits until a round is open; returns false if there will be no such round. */
    public boolean await(int round) {
        if (round > settings.rounds() || isBehindLast(round)) {
            return false;
        }
        if (round == 1 || !settings.roundsOneByOne()) {
            return true;
        }
        Path plan = settings.plan().orElseThrow();
        Path open = PlanDirectory.of(plan).open(round);
        Path stop = PlanDirectory.of(plan).stop();
        while (!Files.exists(open)) {
            // A test may have removed the directory, and with it all that Maven could say.
            if (Files.exists(stop) || !Files.exists(plan)) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return true;
    }

    /** Rounds that are under way already are run to their end. */
    private boolean isBehindLast(int round) {
        return settings.plan().map(PlanDirectory::of).map(PlanDirectory::last).stream()
                .filter(Files::exists)
                .anyMatch(last -> round > number(last));
    }

    private static int number(Path last) {
        try {
            return Integer.parseInt(Files.readString(last).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read which round is the last", e);
        }
    }
}
