package io.github.surefoot.worker.database.current;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Ends something when JUnit closes the store it is in.
 *
 * @param action what ends it, and returns what that found
 * @param leaksFail whether what it found fails the test
 */
// JUnit 5.10 to 5.12 close nothing else; later ones close this as well.
@SuppressWarnings({"deprecation", "try"})
record ScopeEnd(Callable<List<String>> action, BooleanSupplier leaksFail)
        implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    @Override
    public void close() throws Exception {
        List<String> found = action.call();
        if (!found.isEmpty() && leaksFail.getAsBoolean()) {
            throw new AssertionError("Left open by this test class: " + String.join("; ", found));
        }
    }
}
