package io.github.surefoot.surefire.guard;

import io.github.surefoot.core.Outcome;
import io.github.surefoot.surefire.journal.ExecutionJournal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Ends this JVM when a test takes longer than {@code surefoot.testTimeout}, or the round longer than
 * {@code surefoot.roundTimeout}. A thread that hangs cannot be stopped any other way, and what it may have broken no
 * later test should meet.
 */
public final class Watchdog {
    /** The exit code of a worker that was ended here: that of {@code timeout(1)}. */
    static final int EXIT_CODE = 124;

    private static final int CHECKS_PER_LIMIT = 20;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final ExecutionJournal executions;
    private final Optional<Duration> testTimeout;
    private final Optional<Instant> deadline;
    private final Clock clock;

    private Watchdog(
            ExecutionJournal executions, Optional<Duration> testTimeout, Optional<Instant> deadline, Clock clock) {
        this.executions = executions;
        this.testTimeout = testTimeout;
        this.deadline = deadline;
        this.clock = clock;
    }

    /** Watches over the tests of this worker until it ends, if there is any limit. */
    public static void start(
            ExecutionJournal executions, Optional<Duration> testTimeout, Optional<Instant> deadline, Clock clock) {
        if (testTimeout.isPresent() || deadline.isPresent()) {
            new WatchThread("surefoot-watchdog").start(new Watchdog(executions, testTimeout, deadline, clock)::watch);
        }
    }

    private void watch() {
        Duration pause = pause();
        while (!aTestHangs() && !theRoundIsOver()) {
            WatchThread.pause(pause);
        }
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    private Duration pause() {
        Duration pause =
                testTimeout.map(limit -> limit.dividedBy(CHECKS_PER_LIMIT)).orElse(LONGEST_PAUSE);
        Duration shorter = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        return shorter.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : shorter;
    }

    private boolean aTestHangs() {
        return testTimeout.isPresent()
                && executions.hung(
                        testTimeout.get(),
                        () -> hung("Stopped after " + testTimeout.get().toMillis() + " ms (surefoot.testTimeout)"));
    }

    /** Whatever runs at that moment is what the round waits for. */
    private boolean theRoundIsOver() {
        return deadline.isPresent()
                && clock.instant().isAfter(deadline.get())
                && executions.hung(
                        Duration.ZERO, () -> hung("Stopped at the limit of its round (surefoot.roundTimeout)"));
    }

    private static Outcome.Hung hung(String why) {
        return new Outcome.Hung(why + ". The threads at that moment:\n" + ThreadDump.now());
    }
}
