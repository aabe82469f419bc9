package io.github.surefoot.surefire.loader;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * The agent of a JVM whose project classes are renewed: with it we see which classes are loaded, and reach what the JDK
 * has no method for, such as the shutdown hooks, without opening the JDK to anybody else.
 */
public final class RenewalAgent {
    private RenewalAgent() {}

    /**
     * Called by the JVM before {@code main}.
     *
     * @throws IllegalStateException if the JVM was not given the class loader that this agent is for
     */
    public static void premain(@Nullable String argument, Instrumentation instrumentation) {
        if (!(ClassLoader.getSystemClassLoader() instanceof SystemLoader loader)) {
            throw new IllegalStateException("A JVM with the agent " + RenewalAgent.class.getName() + " needs"
                    + " -Djava.system.class.loader=" + SystemLoader.class.getName());
        }
        loader.instrumented(instrumentation);
    }
}
