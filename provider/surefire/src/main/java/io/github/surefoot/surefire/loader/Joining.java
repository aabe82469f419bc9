package io.github.surefoot.surefire.loader;

import java.util.concurrent.TimeUnit;

/** Waits for threads to end. */
final class Joining {
    private Joining() {}

    /**
     * Waits for a thread.
     *
     * @param deadline until when, by {@link System#nanoTime()}
     * @return whether it has ended
     */
    static boolean ends(Thread thread, long deadline) {
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(1, deadline - System.nanoTime()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
