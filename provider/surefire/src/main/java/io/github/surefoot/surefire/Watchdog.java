package io.github.surefoot.surefire;

import io.github.surefoot.core.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends this JVM when a test takes longer than {@code surefoot.testTimeout}. A thread that hangs cannot be stopped any
 * other way, and what it may have broken no later test should meet.
 */
final class Watchdog {
    /** The exit code of a worker that was ended here: that of {@code timeout(1)}. */
    static final int EXIT_CODE = 124;

    private static final int CHECKS_PER_LIMIT = 20;
    private static final long SHORTEST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final ExecutionJournal executions;
    private final Duration limit;

    private Watchdog(ExecutionJournal executions, Duration limit) {
        this.executions = executions;
        this.limit = limit;
    }

    /** Watches over the tests of this worker until it ends, if there is a limit. */
    static void start(ExecutionJournal executions, Optional<Duration> limit) {
        limit.ifPresent(value -> {
            Thread thread = new Thread(new Watchdog(executions, value)::watch, "surefoot-watchdog");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void watch() {
        long pause =
                Math.max(SHORTEST_PAUSE_MILLIS, Math.min(LONGEST_PAUSE_MILLIS, limit.toMillis() / CHECKS_PER_LIMIT));
        while (!executions.hung(limit, () -> new Outcome.Hung(message()))) {
            // Not sleep(): a test may interrupt every thread it finds, and this one does not end for that.
            LockSupport.parkNanos(pause * 1_000_000);
            Thread.interrupted();
        }
        Runtime.getRuntime().halt(EXIT_CODE);
    }

    private String message() {
        StringBuilder text = new StringBuilder(
                "Stopped after " + limit.toMillis() + " ms (surefoot.testTimeout). The threads at that moment:\n");
        for (Map.Entry<Thread, StackTraceElement[]> thread :
                Thread.getAllStackTraces().entrySet()) {
            text.append('"')
                    .append(thread.getKey().getName())
                    .append("\" ")
                    .append(thread.getKey().getState())
                    .append('\n');
            for (StackTraceElement frame : thread.getValue()) {
                text.append("\tat ").append(frame).append('\n');
            }
        }
        return text.toString();
    }
}
