package io.github.surefoot.surefire.loader;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The threads of a round that run on: they keep its loader, and work on in the next. */
final class RunningThreads implements StatePart {
    /** What threads may take that were told to end. */
    private static final Duration ENDING = Duration.ofMillis(500);

    private static final int MORE_THAN_THERE_WERE = 16;

    /**
     * What the JDK calls the threads of its HTTP client. Nobody can close one before Java 21, and few do since: its threads end
     * by themselves, some seconds after the last reference to it is gone, which is after the round.
     */
    private static final Pattern OF_HTTP_CLIENT = Pattern.compile("HttpClient-\\d+-(SelectorManager|Worker-\\d+)");

    private final Set<Thread> known = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Thread, String> firstSeen = Collections.synchronizedMap(new WeakHashMap<>());
    private final LeftThreads left = new LeftThreads();
    private final Internals internals;
    private final boolean interrupts;

    /**
     * Takes the threads that run now for those of the JVM.
     *
     * @param interrupts whether the project's own are interrupted: one that waits mostly ends then. Those of libraries are
     *     not, since a library lives on.
     */
    RunningThreads(Internals internals, boolean interrupts) {
        this.internals = internals;
        this.interrupts = interrupts;
        alive().forEach(known::add);
    }

    /** Asks no thread to stop for it, as a look at all stack traces would. */
    static Stream<Thread> alive() {
        ThreadGroup root = Thread.currentThread().getThreadGroup();
        for (@Nullable ThreadGroup above = root.getParent(); above != null; above = above.getParent()) {
            root = above;
        }
        Thread[] threads = new Thread[root.activeCount() + MORE_THAN_THERE_WERE];
        int count = root.enumerate(threads);
        while (count == threads.length) {
            threads = new Thread[threads.length * 2];
            count = root.enumerate(threads);
        }
        return Arrays.stream(threads, 0, count).filter(Objects::nonNull);
    }

    /**
     * Takes the threads that are new for those of a class: few of them show later whose they are.
     *
     * @param className the class that has run since this was last called; empty if none has, or several
     */
    void startedBy(String className) {
        alive().filter(thread -> !known.contains(thread)).forEach(thread -> firstSeen.putIfAbsent(thread, className));
    }

    @Override
    public List<LeftBehind> restore(RoundLoader over) {
        long deadline = System.nanoTime() + ENDING.toNanos();
        left.nextRound();
        return alive().flatMap(thread -> look(thread, over, deadline).stream()).toList();
    }

    /** Tells of those at work, if that are so many that others should have no more. */
    Optional<String> atWork() {
        return left.atWork();
    }

    /** In the root of all groups are threads that the JDK starts for itself, when somebody runs a process, say. */
    private static boolean endsByItself(Thread thread) {
        @Nullable ThreadGroup group = thread.getThreadGroup();
        return group == null
                || group.getParent() == null
                || OF_HTTP_CLIENT.matcher(thread.getName()).matches();
    }

    private Optional<LeftBehind> look(Thread thread, RoundLoader over, long deadline) {
        boolean inherited = over.isAbove(thread.getContextClassLoader());
        if (inherited) {
            thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        }
        if (thread == Thread.currentThread()) {
            return Optional.empty();
        }
        Optional<String> culprit = culprit(thread, over);
        boolean ofRound = culprit.isPresent() || (inherited && !known.contains(thread) && !endsByItself(thread));
        if (ofRound && interrupts && (culprit.isPresent() || over.owns(internals.task(thread)))) {
            thread.interrupt();
        }
        if (!ofRound || (!waitsInVain(thread) && Joining.ends(thread, deadline))) {
            return Optional.empty();
        }
        left.add(thread);
        return Optional.of(new LeftBehind(
                "the thread '" + thread.getName() + "'", culprit.orElseGet(() -> firstSeen.getOrDefault(thread, ""))));
    }

    /** A thread that has just been given something to do is not counted as active yet, and waits for nothing. */
    private boolean waitsInVain(Thread thread) {
        return thread.getState() == Thread.State.WAITING && IdlePool.keeps(internals.task(thread), internals);
    }

    /** Returns the class of the project that is at work in a thread. */
    private static Optional<String> culprit(Thread thread, RoundLoader over) {
        Stream<String> running = Arrays.stream(thread.getStackTrace()).map(StackTraceElement::getClassName);
        return Stream.concat(
                        running.filter(name -> over.defined(name).isPresent()),
                        Stream.of(thread).filter(over::owns).map(own -> own.getClass()
                                .getName()))
                .findFirst();
    }
}
