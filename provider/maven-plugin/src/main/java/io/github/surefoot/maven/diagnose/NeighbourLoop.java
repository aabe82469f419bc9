package io.github.surefoot.maven.diagnose;

import io.github.surefoot.core.probe.ProbeRequest;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Has a JVM run the same classes over and over while a test runs in another. */
final class NeighbourLoop implements AutoCloseable {
    private static final int ROUNDS = 2;

    /** The test runs so often at least; and about so often while its neighbours run once. */
    private static final int LEAST_RUNS = 10;

    private final ProbeProcess process;
    private final ProbeRequest request;
    private final Duration limit;
    private final Thread thread = new Thread(this::run, "surefoot-neighbours");
    private final CountDownLatch first = new CountDownLatch(1);

    /** A permit for each time that they have run, the first time apart. */
    private final Semaphore rounds = new Semaphore(0);

    private long nanosOfFirst;
    private volatile boolean over;
    private boolean leftBehind;

    private NeighbourLoop(ProbeProcess process, ProbeRequest request, Duration limit) {
        this.process = process;
        this.request = request;
        this.limit = limit;
        thread.setDaemon(true);
    }

    /** Begins, and waits until they have run once. */
    static NeighbourLoop start(ProbeProcess process, ProbeRequest request, Duration limit) throws InterruptedException {
        NeighbourLoop loop = new NeighbourLoop(process, request, limit);
        loop.thread.start();
        loop.first.await();
        return loop;
    }

    private void run() {
        try {
            while (!over && process.isAlive()) {
                long from = System.nanoTime();
                leftBehind |= !process.ask(request, limit).leftBehind().isEmpty();
                if (first.getCount() > 0) {
                    nanosOfFirst = System.nanoTime() - from;
                    first.countDown();
                } else {
                    rounds.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            first.countDown();
            rounds.release(ROUNDS);
        }
    }

    /**
     * Tells whether the test is to run once more. If its neighbours take long, it waits a while before: so its runs are
     * spread over theirs.
     *
     * @param runs how often it has run
     * @param most how often it runs at most
     */
    boolean goesOn(int runs, int most) throws InterruptedException {
        if (runs >= most || !process.isAlive()) {
            return false;
        }
        boolean both = rounds.tryAcquire(ROUNDS, nanosOfFirst / LEAST_RUNS, TimeUnit.NANOSECONDS);
        rounds.release(both ? ROUNDS : 0);
        return !both || runs < LEAST_RUNS;
    }

    /** Waits until they have run to their end. */
    @Override
    public void close() {
        over = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
                process.end();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells whether the JVM is not as new for others. To be asked when it is closed. */
    boolean isSpent() {
        return leftBehind || !process.isAlive();
    }
}
