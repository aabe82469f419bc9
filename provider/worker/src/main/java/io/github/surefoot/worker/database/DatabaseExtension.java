package io.github.surefoot.worker.database;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Injects the worker's database into JUnit Jupiter's tests, and ends it with them; see {@link WorkerDatabase}. */
public final class DatabaseExtension
        implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private final Callbacks callbacks = DatabasesFound.find(Callbacks.class);

    /** What is done at each callback: found as a service, so that the annotation knows nothing of it. Not for users. */
    public interface Callbacks extends BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {}

    /** Is made by JUnit. */
    public DatabaseExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        callbacks.beforeAll(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        callbacks.beforeEach(context);
    }

    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        callbacks.afterEach(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return callbacks.supportsParameter(parameter, context);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return callbacks.resolveParameter(parameter, context);
    }
}
