package io.github.surefoot.surefire.loader;

import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * The rounds of one JVM, each with a new class loader for the project's own classes, a thread of its own, and the state
 * of the JVM as it was before the first. One thread uses it.
 *
 * <p>The JVM needs {@code -Djava.system.class.loader}, {@code -javaagent} and a class path: see {@link SystemLoader} and
 * {@link RenewalAgent}.
 */
public final class RoundLoaders {
    private static final Duration COLLECTING = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** What is reached through finalizers goes one by one; this many collections without effect, and nothing goes. */
    private static final int WITHOUT_EFFECT = 10;

    private final SystemLoader system;
    private final Internals internals;
    private final JvmState state;
    private final List<WeakReference<RoundLoader>> over = new ArrayList<>();

    private RoundLoaders(SystemLoader system, Instrumentation instrumentation, Duration limit, boolean interrupts) {
        this.system = system;
        internals = new Internals(instrumentation);
        state = JvmState.capture(internals, limit, interrupts);
    }

    /**
     * Returns the class path that this JVM was told to have.
     *
     * @throws IllegalStateException if this JVM was not started for it
     */
    public static RoundClassPath classPathOfThisJvm() {
        return systemLoader().classPath();
    }

    private static SystemLoader systemLoader() {
        if (ClassLoader.getSystemClassLoader() instanceof SystemLoader system) {
            return system;
        }
        throw new IllegalStateException("This JVM cannot renew classes: it was not started with"
                + " -Djava.system.class.loader=" + SystemLoader.class.getName());
    }

    /**
     * Takes this JVM as it is now for the state in which each round begins.
     *
     * @param limit how long the shutdown hooks of a round may take together
     * @throws IllegalStateException if this JVM was not started for it, or its JDK does not show what must be put back
     */
    public static RoundLoaders ofThisJvm(Duration limit) {
        return ofThisJvm(limit, false);
    }

    /**
     * Does the same, and interrupts at the end of each round the threads of the project that run on: most that wait end
     * then, and the next round finds the JVM as new. What they do when they are interrupted, they would not have done in a
     * JVM of their own: so this is for those who confirm in such what they see.
     *
     * @param limit how long the shutdown hooks of a round may take together
     * @throws IllegalStateException if this JVM was not started for it, or its JDK does not show what must be put back
     */
    public static RoundLoaders interruptingThreads(Duration limit) {
        return ofThisJvm(limit, true);
    }

    private static RoundLoaders ofThisJvm(Duration limit, boolean interrupts) {
        SystemLoader system = systemLoader();
        Instrumentation instrumentation = system.instrumentation()
                .orElseThrow(() -> new IllegalStateException("This JVM cannot renew classes: it was started without the"
                        + " agent " + RenewalAgent.class.getName()));
        return new RoundLoaders(system, instrumentation, limit, interrupts);
    }

    /** Tells whether a message of the JVM names two loaders of rounds, as if these were of one JVM at one time. */
    public static boolean namedTwice(String message) {
        String name = RoundLoader.class.getName() + " @";
        int first = message.indexOf(name);
        return first >= 0 && message.indexOf(name, first + 1) > first;
    }

    /** Returns the loader of the round. */
    public ClassLoader loader() {
        return system.round();
    }

    /**
     * Does the work of a round as the main thread of a new JVM would: what it leaves in thread-locals ends with it.
     *
     * @throws Exception what the work has thrown
     */
    public <T> T run(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread main = new Thread(Thread.currentThread().getThreadGroup(), task, "main", 0, false);
        main.setContextClassLoader(loader());
        main.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof Exception exception ? exception : e;
        }
    }

    /**
     * Is told what has run, so that what a round leaves behind can be named with the class that left it. Any thread may tell.
     *
     * @param className the class that has run since this was last called; empty if none has, or several
     */
    public void classOver(String className) {
        state.leftBy(className);
    }

    /** Ends the round, puts the JVM back into its first state, and begins the next round with a new loader. */
    public Renewal renew() {
        RoundLoader past = system.round();
        List<String> pinned = system.pinned();
        List<LeftBehind> leftBehind = state.restore(past);
        over.add(new WeakReference<>(past));
        system.renew();
        return new Renewal(leftBehind, pinned);
    }

    /** Tells of threads that are at work although their rounds are over, if they are so many that others should have no more. */
    public Optional<String> threadsAtWork() {
        return state.threadsAtWork();
    }

    /** Collects garbage, for some seconds if need be, and returns how many rounds are over whose loader is still there. */
    public int alive() {
        long deadline = System.nanoTime() + COLLECTING.toNanos();
        System.gc();
        int left = stillThereNow();
        int vain = 0;
        // What has a finalizer goes with the second collection after that has run, on a thread of the JDK's.
        while (left > 0 && vain < WITHOUT_EFFECT && System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(PAUSE.toNanos());
            System.gc();
            int now = stillThereNow();
            vain = now < left ? 0 : vain + 1;
            left = now;
        }
        return left;
    }

    /**
     * Returns for each round that is over and has its loader still who holds it: the way from a static field or a thread
     * to a class of the project.
     */
    List<String> held() {
        LoaderHolder holder = new LoaderHolder(internals);
        return stillThere().map(holder::of).toList();
    }

    /** Returns who holds the loader of the first round that is over and has one still; empty if all are gone. */
    public Optional<String> holder() {
        LoaderHolder holder = new LoaderHolder(internals);
        return stillThere().findFirst().map(holder::of);
    }

    /**
     * Returns the jar of a library that holds classes of a round that is over in its static fields; empty if none is seen to. It
     * goes through many objects of this JVM, which takes a second or so.
     */
    public Optional<Path> keepingLibrary() {
        // What nobody holds is not to be found.
        System.gc();
        return new KeepingLibraries(internals, system).first(stillThere().toList());
    }

    private Stream<RoundLoader> stillThere() {
        return over.stream().flatMap(reference -> Optional.ofNullable(reference.get()).stream());
    }

    private int stillThereNow() {
        return (int)
                over.stream().filter(reference -> !reference.refersTo(null)).count();
    }
}
