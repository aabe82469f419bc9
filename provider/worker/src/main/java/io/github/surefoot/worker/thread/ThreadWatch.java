package io.github.surefoot.worker.thread;

import io.github.surefoot.worker.stack.CodeLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares the threads of two moments. */
final class ThreadWatch {
    /** Threads of the JDK, of test frameworks and of Surefoot, which end when they like. */
    private static final List<String> EXPECTED = List.of(
            "surefoot-",
            "surefire-",
            "junit-",
            "ForkJoinPool-",
            "process reaper",
            "Common-Cleaner",
            "Keep-Alive-",
            "HttpClient-",
            "idle-connection-",
            "Attach Listener",
            "RMI ",
            "Java2D ",
            "ping-timer");

    /** Threads that a library has one of in a JVM, from its first use on, whoever uses it. */
    private static final List<String> OF_LIBRARIES = List.of(
            "PostgreSQL-JDBC-Cleaner",
            "PostgreSQL-JDBC-SharedTimer-",
            "mysql-cj-abandoned-connection-cleanup",
            "Abandoned connection cleanup thread",
            "HSQLDB Timer @",
            "derby.",
            "Okio Watchdog",
            "com.google.common.base.internal.Finalizer");

    /** What Surefoot starts in a group of this name is its own, as is all that a driver starts on its behalf. */
    private static final String OWN_GROUP = "surefoot-";

    private static final List<String> LIBRARIES = List.of(
            "java.",
            "javax.",
            "jdk.",
            "sun.",
            "com.sun.",
            "org.junit.",
            "org.apache.maven.",
            "io.github.surefoot.surefire.",
            "io.github.surefoot.worker.database.");

    /** On a busy machine a thread waits for its first turn; a thread of native code never has a frame. */
    private static final Duration FIRST_FRAME = Duration.ofSeconds(1);

    private final Set<Thread> known = Collections.newSetFromMap(new WeakHashMap<>());

    /**
     * A thread that is left.
     *
     * @param what the thread or task, in words
     * @param at the line it is at; empty if it has none
     */
    record LeftRunning(String what, String at) {}

    /** Remembers the threads there are. */
    void begin() {
        known.clear();
        known.addAll(threads());
    }

    /**
     * Returns the threads that were started since and are still alive after the grace: those that are no daemons, and
     * daemons that are busy with code that is neither the JDK's nor the frameworks'.
     */
    List<LeftRunning> leaked(Duration grace) {
        long deadline = System.nanoTime() + grace.toNanos();
        List<LeftRunning> leaks = new ArrayList<>();
        for (Thread thread : threads()) {
            if (!known.contains(thread) && !isExpected(thread)) {
                look(thread, deadline, leaks);
            }
        }
        known.addAll(threads());
        return leaks;
    }

    private static boolean isExpected(Thread thread) {
        @Nullable ThreadGroup group = thread.getThreadGroup();
        return (group != null && group.getName().startsWith(OWN_GROUP))
                || Stream.concat(EXPECTED.stream(), OF_LIBRARIES.stream()).anyMatch(thread.getName()::startsWith);
    }

    private static void look(Thread thread, long deadline, List<LeftRunning> leaks) {
        letBegin(thread);
        if (thread.isDaemon() && userFrame(thread).isEmpty()) {
            return;
        }
        joined(thread, Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        String at = userFrame(thread);
        if (thread.isAlive() && (!thread.isDaemon() || !at.isEmpty())) {
            String kind = thread.isDaemon() ? "background task on daemon thread '" : "thread '";
            leaks.add(new LeftRunning(kind + thread.getName() + "' (" + thread.getState() + ")", at));
        }
    }

    /**
     * Waits until a thread is in some method: one that was started a moment ago may have had no processor yet, and what
     * it does is not to be seen before.
     */
    private static void letBegin(Thread thread) {
        long limit = System.nanoTime() + FIRST_FRAME.toNanos();
        while (thread.isAlive() && thread.getStackTrace().length == 0 && System.nanoTime() < limit) {
            if (!joined(thread, 1)) {
                return;
            }
        }
    }

    /** Waits for the end of a thread, at most for so long; returns whether nobody interrupted that. */
    private static boolean joined(Thread thread, long milliseconds) {
        try {
            thread.join(milliseconds);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String userFrame(Thread thread) {
        return CodeLine.first(thread.getStackTrace(), name -> LIBRARIES.stream().noneMatch(name::startsWith))
                .map(StackTraceElement::toString)
                .orElse("");
    }

    private static List<Thread> threads() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group.getParent() != null) {
            group = group.getParent();
        }
        // Room for those that start meanwhile; what does not fit is left out, so ask again with more.
        Thread[] threads = new Thread[group.activeCount() * 2 + 16];
        int count = group.enumerate(threads);
        while (count == threads.length) {
            threads = new Thread[threads.length * 2];
            count = group.enumerate(threads);
        }
        return Arrays.asList(threads).subList(0, count);
    }
}
