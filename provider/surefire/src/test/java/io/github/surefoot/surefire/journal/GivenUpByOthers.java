package io.github.surefoot.surefire.journal;

import java.io.IOException;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.opentest4j.TestAbortedException;

/** Who else than a test gives it up. */
final class GivenUpByOthers {
    private GivenUpByOthers() {}

    /** For want of something that the test needs, the first time. */
    static void needed(int time) {
        if (time == 1) {
            throw new TestAbortedException("no network", new IOException("refused"));
        }
    }

    /** Once before a test. */
    static final class BeforeTheTest implements BeforeEachCallback {
        private static int tests;

        @Override
        public void beforeEach(ExtensionContext context) {
            tests++;
            needed(tests);
        }
    }

    /** Because the test failed. */
    static final class AfterAFailure implements TestExecutionExceptionHandler {
        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
            throw new TestAbortedException("once more", failure);
        }
    }

    /** Because the test failed, too. */
    static final class AroundTheTest implements InvocationInterceptor {
        @Override
        public void interceptTestTemplateMethod(
                Invocation<Void> invocation,
                ReflectiveInvocationContext<java.lang.reflect.Method> of,
                ExtensionContext in)
                throws Throwable {
            try {
                invocation.proceed();
            } catch (IllegalStateException failure) {
                throw new TestAbortedException("once more", failure);
            }
        }
    }
}
