package io.github.surefoot.surefire.guard;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A daemon thread that looks after this worker.
 *
 * @param name the thread's name; begins with {@code surefoot-}
 */
record WatchThread(String name) {

    void start(Runnable round) {
        Thread thread = new Thread(round, name);
        thread.setDaemon(true);
        // Not that of the tests: where it is renewed, this thread is none of theirs, and must not hold it.
        thread.setContextClassLoader(WatchThread.class.getClassLoader());
        thread.start();
    }

    /** Pauses, for at most so long. Not by sleeping: a test may interrupt every thread it finds. */
    static void pause(Duration atMost) {
        LockSupport.parkNanos(atMost.toNanos());
        // Otherwise the next pause would be none.
        Thread.interrupted();
    }

    /** Pauses until a time is over, whoever interrupts. */
    static void pauseFully(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            pause(Duration.ofNanos(left));
        }
    }
}
