package io.github.surefoot.worker.database.current;

import io.github.surefoot.worker.database.lifecycle.Scope;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Follows the tests of every engine of the JUnit Platform, so that each thread is known to run which test. */
public final class DatabaseListener implements TestExecutionListener {
    private final CurrentWorker worker = CurrentWorker.get();

    /** Is made by the launcher. */
    public DatabaseListener() {}

    @Override
    public void executionStarted(TestIdentifier identifier) {
        scope(identifier).ifPresent(scope -> {
            if (isClass(identifier) && scope.owner() != null) {
                worker.scopes().classStarted(scope.owner());
            }
            worker.scopes().bind(scope);
        });
    }

    @Override
    public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
        Optional<Scope> ending = scope(identifier);
        if (ending.isEmpty() || Scope.isDynamic(identifier.getUniqueId())) {
            return;
        }
        Scope scope = ending.get();
        if (!isClass(identifier)) {
            worker.scopes().bind(new Scope(scope.owner(), ""));
            if (identifier.isTest()) {
                worker.finishTest(scope);
            }
        } else if (isOwner(identifier, scope)) {
            worker.scopes().unbind();
            worker.finishClass(scope);
        }
    }

    private static boolean isClass(TestIdentifier identifier) {
        return identifier.getSource().orElse(null) instanceof ClassSource;
    }

    private static boolean isOwner(TestIdentifier identifier, Scope scope) {
        return identifier.getSource().orElse(null) instanceof ClassSource source
                && scope.owner() != null
                && source.getClassName().equals(scope.owner().getName());
    }

    private static Optional<Scope> scope(TestIdentifier identifier) {
        TestSource source = identifier.getSource().orElse(null);
        if (source instanceof ClassSource ofClass) {
            return Optional.of(Scope.of(ofClass.getJavaClass(), ""));
        } else if (source instanceof MethodSource ofMethod) {
            return Optional.of(Scope.of(ofMethod.getJavaClass(), identifier.getUniqueId()));
        }
        return Optional.empty();
    }
}
