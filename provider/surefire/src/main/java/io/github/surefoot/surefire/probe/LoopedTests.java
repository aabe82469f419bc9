package io.github.surefoot.surefire.probe;

import io.github.surefoot.core.probe.ProbeReply;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Sees whether any test of a run fails, or does not end: what the first one left is kept. */
final class LoopedTests implements TestExecutionListener, AutoCloseable {
    private static final int HUNG = 1;

    private final KeptRun kept;
    private final Optional<Duration> limit;
    private final Runnable alive;
    private final Timer timer = new Timer("surefoot-loop-limit", true);
    private final Map<String, TimerTask> limits = new ConcurrentHashMap<>();
    private boolean passed;
    private @Nullable ProbeReply failed;

    /**
     * Begins to look on.
     *
     * @param limit how long a test may take; a JVM in which one takes longer is ended
     * @param alive is called whenever a test begins
     */
    LoopedTests(KeptRun kept, Optional<Duration> limit, Runnable alive) {
        this.kept = kept;
        this.limit = limit;
        this.alive = alive;
    }

    /** Tells how the run ended: with the first failure, if there was one. */
    synchronized ProbeReply reply() {
        if (failed != null) {
            return failed;
        }
        return new ProbeReply(passed ? ProbeReply.PASSED : ProbeReply.ABSENT, "", "", "");
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        if (!identifier.isTest()) {
            return;
        }
        alive.run();
        limit.ifPresent(longest -> {
            TimerTask task = new TimerTask() {
                @Override
                public void run() {
                    hung(identifier, longest);
                }
            };
            limits.put(identifier.getUniqueId(), task);
            timer.schedule(task, longest.toMillis());
        });
    }

    /** Nothing ends a test but the end of its JVM, which Maven sees. */
    private void hung(TestIdentifier identifier, Duration longest) {
        try {
            kept.failed(
                    nameOf(identifier), "It did not end within " + longest.toMillis() + " ms (surefoot.testTimeout).");
            kept.end();
        } finally {
            Runtime.getRuntime().halt(HUNG);
        }
    }

    @Override
    public synchronized void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        @Nullable TimerTask task = limits.remove(identifier.getUniqueId());
        if (task != null) {
            task.cancel();
        }
        if (result.getStatus() == TestExecutionResult.Status.FAILED && failed == null) {
            @Nullable Throwable thrown = result.getThrowable().orElse(null);
            kept.failed(nameOf(identifier), thrown);
            failed = new ProbeReply(
                    ProbeReply.FAILED,
                    thrown == null ? "" : thrown.getClass().getName(),
                    thrown == null ? "" : Objects.requireNonNullElse(thrown.getMessage(), ""),
                    "");
        }
        passed |= identifier.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
    }

    private static String nameOf(TestIdentifier identifier) {
        @Nullable TestSource source = identifier.getSource().orElse(null);
        if (source instanceof MethodSource method) {
            String name = method.getClassName() + "#" + method.getMethodName();
            boolean own = identifier.getDisplayName().startsWith(method.getMethodName() + "(");
            return own ? name : name + " " + identifier.getDisplayName();
        }
        return source instanceof ClassSource whole ? whole.getClassName() : identifier.getDisplayName();
    }

    @Override
    public void close() {
        timer.cancel();
    }
}
