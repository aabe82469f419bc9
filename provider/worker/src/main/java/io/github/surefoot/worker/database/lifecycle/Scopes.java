package io.github.surefoot.worker.database.lifecycle;

import io.github.surefoot.worker.database.DatabaseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows which test each thread runs. Test frameworks tell it on the thread of the test; a thread that a test has
 * started, such as a web server's, belongs to the only class that is running.
 */
public final class Scopes {
    // One worker a JVM, so one of these; an instance keeps it testable.
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Scope> bound = new ThreadLocal<>();

    private final Set<Class<?>> running = ConcurrentHashMap.newKeySet();

    /** Tells that a class begins. */
    public void classStarted(Class<?> owner) {
        running.add(owner);
    }

    /** Tells that a class ends. */
    public void classFinished(Class<?> owner) {
        running.remove(owner);
    }

    /** Tells whether no class is running. */
    public boolean noneRunning() {
        return running.isEmpty();
    }

    /** Tells what the calling thread runs. */
    public void bind(Scope scope) {
        bound.set(scope);
    }

    /** Tells that the calling thread runs nothing more. */
    public void unbind() {
        bound.remove();
    }

    /**
     * Returns the scope of the calling thread; the worker's own when no test class is running at all.
     *
     * @throws DatabaseException if several classes are running and the thread belongs to none
     */
    public Scope current() {
        Scope scope = bound.get();
        if (scope != null) {
            return scope;
        }
        List<Class<?>> classes = new ArrayList<>(running);
        if (classes.size() > 1) {
            throw new DatabaseException("The thread '" + Thread.currentThread().getName()
                    + "' was started by a test, and several test classes are running at once ("
                    + classes.stream().map(Class::getName).sorted().toList()
                    + "): Surefoot cannot know whose database it wants. Ask for the TestDatabase on the thread of the"
                    + " test and pass it on.");
        }
        return classes.isEmpty() ? Scope.WORKER : new Scope(classes.get(0), "");
    }
}
