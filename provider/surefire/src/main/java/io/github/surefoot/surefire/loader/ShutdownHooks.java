package io.github.surefoot.surefire.loader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The shutdown hooks of a round: they run when it is over, all at once, as at the end of a JVM. So what they are to
 * remove is gone, and they hold nothing any more.
 */
final class ShutdownHooks implements StatePart {
    private static final String OWNER = "java.lang.ApplicationShutdownHooks";

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
                .filter(Runtime.getRuntime()::removeShutdownHook)
                .toList();
        ofRound.forEach(Thread::start);
        long deadline = System.nanoTime() + limit.toNanos();
        return ofRound.stream()
                .filter(hook -> !Joining.ends(hook, deadline))
                .map(hook -> new LeftBehind(
                        "a shutdown hook (" + hook + ") that runs on",
                        over.owns(hook) ? hook.getClass().getName() : ""))
                .toList();
    }
}
