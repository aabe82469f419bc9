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
        if (thread.isDaemon() && userFrame(thread).isEmpty()) {
            return;
        }
        try {
            thread.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String at = userFrame(thread);
        if (thread.isAlive() && (!thread.isDaemon() || !at.isEmpty())) {
            String kind = thread.isDaemon() ? "background task on daemon thread '" : "thread '";
            leaks.add(new LeftRunning(kind + thread.getName() + "' (" + thread.getState() + ")", at));
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
