package io.github.surefoot.surefire.probe;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Tells the agent for noise, where the JVM has it, when a test begins: each has midnight before it. */
final class ClockAtTests implements TestExecutionListener {
    /** The agent gives its classes to the JVM itself, so no other can be of that name. */
    private static final String CLOCK = "io.github.surefoot.noise.ShiftedClock";

    private final Method testBegins;

    private ClockAtTests(Method testBegins) {
        this.testBegins = testBegins;
    }

    /** Returns one if there is the agent. */
    static Optional<ClockAtTests> ofThisJvm() {
        try {
            return Optional.of(new ClockAtTests(Class.forName(CLOCK, true, null).getMethod("testBegins")));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("The agent for noise is of another version than the provider", e);
        }
    }

    @Override
    public void executionStarted(TestIdentifier identifier) {
        if (identifier.isTest()) {
            try {
                testBegins.invoke(null);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("The agent for noise does not answer", e);
            }
        }
    }
}
