package io.github.surefoot.surefire.probe;

import io.github.surefoot.surefire.loader.RoundLoaders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Sees whether a test meets classes of an earlier run in the same JVM: the JVM's message, that one class cannot be cast to the
 * other of its name or that two loaders disagree, names the loaders then.
 */
final class OlderClasses implements TestExecutionListener {
    private static final int DEEPEST = 20;

    private volatile boolean met;

    boolean met() {
        return met;
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        Optional<Throwable> thrown = result.getThrowable();
        if (thrown.isPresent() && tells(thrown.get())) {
            met = true;
        }
    }

    private static boolean tells(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int i = 0; cause != null && i < DEEPEST; i++) {
            @Nullable String message = cause.getMessage();
            boolean ofJvm = cause instanceof ClassCastException || cause instanceof LinkageError;
            if (ofJvm && message != null && RoundLoaders.namedTwice(message)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
