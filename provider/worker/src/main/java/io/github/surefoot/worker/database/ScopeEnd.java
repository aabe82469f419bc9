package io.github.surefoot.worker.database;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Ends something when JUnit closes the store it is in.
 *
 * @param action what ends it, and returns what that found
 */
// JUnit 5.10 to 5.12 close nothing else; later ones close this as well.
@SuppressWarnings({"deprecation", "try"})
record ScopeEnd(Callable<List<String>> action) implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    @Override
    public void close() throws Exception {
        List<String> found = action.call();
        if (!found.isEmpty() && CurrentWorker.get().leaksFail()) {
            throw new AssertionError("Left open by this test class: " + String.join("; ", found));
        }
    }
}
