package io.github.surefoot.surefire.loader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The shutdown hooks of a round: they run when it is over, all at once, as at the end of a JVM. So what they are to
 * remove is gone, and they hold nothing any more.
 *
 * <p>Those by which libraries for logging stop themselves run at the end of the JVM: with the JVM, such a library lives on,
 * and stopped it would be silent in all later rounds.
 */
final class ShutdownHooks implements StatePart {
    private static final String OWNER = "java.lang.ApplicationShutdownHooks";

    private static final List<String> LOGGING = List.of("ch.qos.logback.", "org.apache.logging.log4j.", "org.tinylog.");

    private final Internals internals;
    private final Map<?, ?> hooks;
    private final Object monitor;
    private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Duration limit;

    /**
     * Notes the hooks that are there.
     *
     * @param limit how long those of a round may take together
     * @throws IllegalStateException if this JDK hides them
     */
    ShutdownHooks(Internals internals, Duration limit) {
        this.internals = internals;
        hooks = internals
                .staticField(OWNER, "hooks", Map.class)
                .orElseThrow(() -> new IllegalStateException("This JDK (" + Runtime.version()
                        + ") does not show its shutdown hooks: it has no " + OWNER + ".hooks"));
        monitor = internals.platformClass(OWNER).orElseThrow();
        this.limit = limit;
        known.addAll(present());
    }

    private List<Thread> present() {
        synchronized (monitor) {
            return new ArrayList<Object>(hooks.keySet())
                    .stream().map(Thread.class::cast).toList();
        }
    }

    @Override
    public List<LeftBehind> restore(RoundLoader over) {
        List<Thread> ofRound = present().stream()
                .filter(hook -> !known.contains(hook))
                .filter(hook -> over.owns(hook) || over.isAbove(hook.getContextClassLoader()))
                .filter(hook -> !staysForLogging(hook))
                .filter(Runtime.getRuntime()::removeShutdownHook)
                .toList();
        ofRound.forEach(Thread::start);
        long deadline = System.nanoTime() + limit.toNanos();
        return ofRound.stream()
                .filter(hook -> !Joining.ends(hook, deadline))
                .map(hook -> new LeftBehind(
                        "a shutdown hook (" + hook + ") that runs on", over.owns(hook) ? LeftBehind.classOf(hook) : ""))
                .toList();
    }

    private boolean staysForLogging(Thread hook) {
        boolean stays = isOfLogging(hook) || isOfLogging(internals.task(hook));
        if (stays) {
            hook.setContextClassLoader(ClassLoader.getSystemClassLoader());
            internals.forgetMaker(hook);
            known.add(hook);
        }
        return stays;
    }

    private static boolean isOfLogging(@Nullable Object code) {
        return code != null
                && code.getClass().getClassLoader() == ClassLoader.getSystemClassLoader()
                && LOGGING.stream().anyMatch(code.getClass().getName()::startsWith);
    }
}
