package io.github.surefoot.surefire.guard;

import io.github.surefoot.core.process.ProcessProgress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Ends this JVM when it cannot end by itself, as with a shutdown hook that never returns. One that is slow can: as long
 * as it uses CPU time, it is left to Surefire, which ends it half a minute after its last test.
 */
public final class ExitWatch {
    /** Coverage agents write their files while a JVM ends; nobody is helped by a limit that they do not meet. */
    private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(10);

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Duration limit;
    private final Consumer<Optional<ThreadDump>> hangs;

    private ExitWatch(Duration limit, Consumer<Optional<ThreadDump>> hangs) {
        this.limit = limit;
        this.hangs = hangs;
    }

    /**
     * Begins to watch as soon as this JVM begins to end.
     *
     * @param limit for how long it may stand still then; ten seconds if it is less
     * @param hangs is told at the limit what the threads do, if they say so
     */
    public static void start(Duration limit, Consumer<Optional<ThreadDump>> hangs) {
        ExitWatch watch = new ExitWatch(limit.compareTo(SHORTEST_LIMIT) < 0 ? SHORTEST_LIMIT : limit, hangs);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> new WatchThread("surefoot-exit-watch").start(watch::watch), "surefoot-exit"));
    }

    private void watch() {
        ProcessProgress progress = ProcessProgress.of(ProcessHandle.current(), LOOK_EVERY);
        while (progress.standing().compareTo(limit) < 0) {
            WatchThread.pauseFully(LOOK_EVERY);
            progress.look();
        }
        try {
            hangs.accept(ThreadDump.within(Watchdog.LONGEST_DUMP));
        } finally {
            Runtime.getRuntime().halt(Watchdog.EXIT_CODE);
        }
    }
}
