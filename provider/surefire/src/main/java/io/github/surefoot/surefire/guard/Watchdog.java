package io.github.surefoot.surefire.guard;

import io.github.surefoot.core.process.ProcessProgress;
import io.github.surefoot.surefire.journal.ExecutionJournal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Ends this JVM when a test takes longer than {@code surefoot.testTimeout}, or the round longer than
 * {@code surefoot.roundTimeout}. A thread that hangs cannot be stopped any other way, and what it may have broken no
 * later test should meet.
 *
 * <p>These limits are the user's, and those of a clock, but of one that nobody sets. What is at its limit is journalled
 * first, and only then asked what it does: the answer may never come. Then Maven ends this JVM.
 */
public final class Watchdog {
    /** The exit code of a worker that was ended here: that of {@code timeout(1)}. */
    static final int EXIT_CODE = 124;

    /** How long threads may take to say what they do. */
    static final Duration LONGEST_DUMP = Duration.ofSeconds(3);

    private static final int CHECKS_PER_LIMIT = 20;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final ExecutionJournal executions;
    private final Optional<Duration> testTimeout;
    private final Optional<Duration> lifetime;
    private final Heartbeat heartbeat;
    private final long started = System.nanoTime();
    private volatile boolean stopped;

    private Watchdog(
            ExecutionJournal executions,
            Optional<Duration> testTimeout,
            Optional<Duration> lifetime,
            Heartbeat heartbeat) {
        this.executions = executions;
        this.testTimeout = testTimeout;
        this.lifetime = lifetime;
        this.heartbeat = heartbeat;
    }

    /**
     * Watches over the tests of this worker until it ends, if there is any limit.
     *
     * @param testTimeout how long a test may take
     * @param lifetime how long this worker may live from now on
     * @param journal the worker's journal
     * @return stops to watch, where this JVM outlives the worker
     */
    public static Runnable start(
            ExecutionJournal executions, Optional<Duration> testTimeout, Optional<Duration> lifetime, Path journal) {
        Watchdog watchdog = new Watchdog(executions, testTimeout, lifetime, new Heartbeat(journal));
        if (testTimeout.isPresent() || lifetime.isPresent()) {
            new WatchThread("surefoot-watchdog").start(watchdog::watch);
        }
        return () -> watchdog.stopped = true;
    }

    private void watch() {
        Duration pause = pause();
        ProcessProgress progress = ProcessProgress.of(ProcessHandle.current(), pause);
        while (!stopped) {
            if (isOver(progress)) {
                Runtime.getRuntime().halt(EXIT_CODE);
            }
            WatchThread.pause(pause);
        }
    }

    private boolean isOver(ProcessProgress progress) {
        try {
            heartbeat.beat();
            progress.look();
            executions.ownTime(progress.own());
            return aTestHangs() || theRoundIsOver();
        } catch (Throwable e) {
            // Everything: a test may have exhausted the heap, or the disk. If a limit was found to be over, it is.
            return executions.isOver();
        }
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
                        "Stopped after " + testTimeout.get().toMillis() + " ms (surefoot.testTimeout).",
                        Watchdog::threads);
    }

    /** Whatever runs at that moment is what the round waits for. */
    private boolean theRoundIsOver() {
        return lifetime.isPresent()
                && System.nanoTime() - started > lifetime.get().toNanos()
                && executions.hung(
                        Duration.ZERO, "Stopped at the limit of its round (surefoot.roundTimeout).", Watchdog::threads);
    }

    private static String threads() {
        return ThreadDump.text(ThreadDump.within(LONGEST_DUMP));
    }
}
