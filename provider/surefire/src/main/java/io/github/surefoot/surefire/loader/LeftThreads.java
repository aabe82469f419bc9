package io.github.surefoot.surefire.loader;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The threads that rounds have left: whether they are at work, and so take time from the rounds to come. */
final class LeftThreads {
    /** Of so many rounds they may be: the first round of a new JVM costs more than a thread that is at work beside it. */
    private static final int FEW = 2;

    /** The part of its time in which a thread is at work that counts. It has not more if a hundred share two processors. */
    private static final int PART = 100;

    private final List<Left> left = new ArrayList<>();
    private int round;

    /** A thread, and what it had of the processor when it was left. */
    private record Left(Thread thread, int round, long processorTime, long since) {
        boolean isAtWork() {
            long took = timeOf(thread) - processorTime;
            return took > (System.nanoTime() - since) / PART;
        }
    }

    private static long timeOf(Thread thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
    }

    /** Says that what is added from now on is of the next round. */
    void nextRound() {
        round++;
    }

    /** Adds a thread, unless an earlier round has left it already. */
    void add(Thread thread) {
        if (left.stream().noneMatch(one -> one.thread() == thread)) {
            left.add(new Left(thread, round, timeOf(thread), System.nanoTime()));
        }
    }

    /** Tells of threads that are at work, if those are of more than a few rounds. */
    Optional<String> atWork() {
        left.removeIf(one -> !one.thread().isAlive());
        // Of the round that is just over nobody can say it yet: so far its threads have had next to no time to show it.
        List<Left> working = left.stream()
                .filter(one -> one.round() < round && one.isAtWork())
                .toList();
        long rounds = working.stream().mapToInt(Left::round).distinct().count();
        return rounds > FEW
                ? Optional.of("threads of " + rounds + " rounds that are over and are at work still, the first '"
                        + working.get(0).thread().getName() + "'")
                : Optional.empty();
    }
}
