package io.github.surefoot.noise;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits where threads may meet: before a task begins on a thread of its own, and before a monitor or a lock is taken. It only
 * waits, as a machine with other work would let it wait.
 */
public final class LateThreads {
    private static final long LONGEST_START = Duration.ofMillis(20).toNanos();
    private static final long LONGEST_MONITOR = Duration.ofMillis(1).toNanos();
    /** One in so many monitors is waited for: most programs take them all the time. */
    private static final int MONITORS = 8;

    private static volatile Random random = new Random(0);
    private static volatile Thread main = Thread.currentThread();

    private LateThreads() {}

    static void begin(long seed) {
        random = new Random(seed);
        main = Thread.currentThread();
    }

    /** Is called where a task begins. On the thread that runs the tests it is no thread's begin. */
    public static void task() {
        if (Thread.currentThread() != main) {
            LockSupport.parkNanos(1 + (long) (random.nextDouble() * LONGEST_START));
        }
    }

    /** Is called before a monitor or a lock is taken. */
    public static void monitor() {
        if (random.nextInt(MONITORS) == 0) {
            LockSupport.parkNanos(1 + (long) (random.nextDouble() * LONGEST_MONITOR));
        }
    }
}
