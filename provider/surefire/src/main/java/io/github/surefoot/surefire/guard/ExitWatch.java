package io.github.surefoot.surefire.guard;

import java.time.Duration;
import java.util.function.Consumer;

/** Ends this JVM when it cannot end by itself, as with a shutdown hook that never returns. */
public final class ExitWatch {
    /** Coverage agents write their files while a JVM ends; nobody is helped by a limit that they do not meet. */
    private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(10);

    private final Duration limit;
    private final Consumer<ThreadDump> hangs;

    private ExitWatch(Duration limit, Consumer<ThreadDump> hangs) {
        this.limit = limit;
        this.hangs = hangs;
    }

    /**
     * Begins to watch as soon as this JVM begins to end.
     *
     * @param limit how long that may take; ten seconds if it is less
     * @param hangs is told what the threads did at the limit
     */
    public static void start(Duration limit, Consumer<ThreadDump> hangs) {
        ExitWatch watch = new ExitWatch(limit.compareTo(SHORTEST_LIMIT) < 0 ? SHORTEST_LIMIT : limit, hangs);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> new WatchThread("surefoot-exit-watch").start(watch::watch), "surefoot-exit"));
    }

    private void watch() {
        WatchThread.pauseFully(limit);
        try {
            hangs.accept(ThreadDump.now());
        } finally {
            Runtime.getRuntime().halt(Watchdog.EXIT_CODE);
        }
    }
}
