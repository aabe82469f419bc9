package it;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

@ExtendWith(BetweenTestsHaltsTest.Halts.class)
class BetweenTestsHaltsTest {
    @Test
    void passesBefore() {}

    @Test
    void passesAfter() {}

    /** Ends the JVM when JUnit closes the store of the class: after its last test, and before its end. */
    static final class Halts implements TestWatcher {
        @Override
        public void testSuccessful(ExtensionContext context) {
            ExtensionContext of = context.getParent().orElseThrow();
            of.getStore(ExtensionContext.Namespace.GLOBAL)
                    .getOrComputeIfAbsent("halts", key -> (ExtensionContext.Store.CloseableResource)
                            () -> Runtime.getRuntime().halt(12));
        }
    }
}
