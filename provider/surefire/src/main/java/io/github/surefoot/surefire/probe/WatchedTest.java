package io.github.surefoot.surefire.probe;

import io.github.surefoot.core.probe.ProbeReply;
import io.github.surefoot.surefire.journal.PlatformContext;
import io.github.surefoot.surefire.resource.WorkerResources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Sees how one test ends, the last time that it is run; tells the worker's resources of classes on the way. */
final class WatchedTest implements TestExecutionListener {
    private static final ProbeReply ABSENT = new ProbeReply(ProbeReply.ABSENT, "", "", "");

    private final String watched;
    private final PlatformContext classes;
    private volatile ProbeReply reply = ABSENT;
    private volatile Before before = () -> {};

    /** What is to be done before it starts. */
    @FunctionalInterface
    interface Before {
        void starts() throws IOException;
    }

    WatchedTest(String watched, WorkerResources resources, Runnable alive) {
        this.watched = watched;
        classes = new PlatformContext(new PlatformContext.ClassListener() {
            @Override
            public void starting(String className) {
                alive.run();
                resources.classStarting(className);
            }

            @Override
            public void finished(String className) {
                resources.classFinished(className);
            }
        });
    }

    /** Tells that another request begins: what was seen before was not the last time. */
    void begins(Before itStarts) {
        reply = ABSENT;
        before = itStarts;
    }

    ProbeReply reply() {
        return reply;
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        classes.executionStarted(identifier);
        if (identifier.getUniqueId().equals(watched)) {
            try {
                before.starts();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        classes.executionFinished(identifier, result);
        String id = identifier.getUniqueId();
        boolean above = watched.startsWith(id + "/") && result.getStatus() == TestExecutionResult.Status.FAILED;
        // What fails around a test, before all tests of its class for instance, keeps it from running.
        if (id.equals(watched) || (above && reply.word().equals(ProbeReply.ABSENT))) {
            reply = replyOf(result);
        }
    }

    private static ProbeReply replyOf(TestExecutionResult result) {
        return switch (result.getStatus()) {
            case SUCCESSFUL -> new ProbeReply(ProbeReply.PASSED, "", "", "");
            case FAILED -> failed(result.getThrowable().orElse(null));
            case ABORTED -> ABSENT;
        };
    }

    private static ProbeReply failed(@Nullable Throwable thrown) {
        return thrown == null
                ? new ProbeReply(ProbeReply.FAILED, "", "", "")
                : new ProbeReply(
                        ProbeReply.FAILED,
                        thrown.getClass().getName(),
                        Objects.requireNonNullElse(thrown.getMessage(), ""),
                        "");
    }
}
