package io.github.surefoot.maven.round;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Ends a run in good order when Maven is told to end: by Ctrl-C, or by whoever stops Maven with a signal. What is to be
 * done then is done on the thread of a shutdown hook, since nobody knows what the run's own thread waits for; that one
 * waits for the end of the JVM as soon as it comes by here, so that no two tell of one run.
 *
 * <p>A run that is already being judged is judged to its end. A second signal ends the JVM at once in any case.
 */
public final class Interruption implements AutoCloseable {
    /** Far longer than any judgement takes; the end of a JVM must not hang. */
    private static final Duration LONGEST_JUDGEMENT = Duration.ofMinutes(1);

    private final Runnable secondSignal;
    private Runnable ending = () -> {};
    private @Nullable Thread hook;
    private boolean interrupted;
    private boolean over;
    private boolean closed;

    Interruption(Runnable secondSignal) {
        this.secondSignal = secondSignal;
    }

    /** Returns one that never comes. */
    public static Interruption none() {
        return new Interruption(() -> {});
    }

    /** Begins to listen for the end of this JVM; does nothing then if it is at its end already. */
    public static Interruption watch() {
        Interruption interruption = new Interruption(SecondSignal::endsAtOnce);
        Thread hook = new Thread(interruption::told, "surefoot-interruption");
        try {
            Runtime.getRuntime().addShutdownHook(hook);
            interruption.hook = hook;
        } catch (IllegalStateException e) {
            return none();
        }
        return interruption;
    }

    /** Says what is to be done if the run is interrupted from now on. */
    public synchronized void then(Runnable work) {
        ending = work;
    }

    /** For the run's own thread: waits for the end of this JVM if the run was interrupted. */
    public synchronized void stopHere() {
        while (interrupted) {
            try {
                wait();
            } catch (InterruptedException e) {
                // Whoever wants this thread to end gets what it wants: the JVM ends.
            }
        }
    }

    /** For the run's own thread: the run is over, and is judged to the end whatever comes. */
    public synchronized void over() {
        stopHere();
        over = true;
    }

    /** Is told that this JVM ends. */
    void told() {
        secondSignal.run();
        Runnable work;
        synchronized (this) {
            if (over) {
                awaitJudgement();
                return;
            }
            interrupted = true;
            work = ending;
        }
        work.run();
    }

    private void awaitJudgement() {
        long end = System.nanoTime() + LONGEST_JUDGEMENT.toNanos();
        long left = end - System.nanoTime();
        while (!closed && left > 0) {
            try {
                wait(Math.max(1, left / 1_000_000));
            } catch (InterruptedException e) {
                return;
            }
            left = end - System.nanoTime();
        }
    }

    /** The run is judged, and everybody was told. */
    @Override
    public void close() {
        Thread own = hook;
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        if (own == null) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(own);
        } catch (IllegalStateException e) {
            // The JVM is ending, and the hook finds nothing left to do.
            return;
        }
    }
}
