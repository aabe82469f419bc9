package io.github.surefoot.surefire.order;

import java.util.Collections;
import java.util.Iterator;
import java.util.function.Consumer;
import org.apache.maven.surefire.api.util.TestsToRun;

/** The classes that Surefire hands to this worker one by one, from the queue it shares with the others. */
public final class QueuedTests extends TestsToRun {
    private final TestsToRun queue;
    private final Consumer<String> starting;
    private final Consumer<String> finished;

    /**
     * Wraps a queue.
     *
     * @param starting is told of a class that is taken up
     * @param finished is told of a class that is done
     */
    public QueuedTests(TestsToRun queue, Consumer<String> starting, Consumer<String> finished) {
        super(Collections.emptySet());
        this.queue = queue;
        this.starting = starting;
        this.finished = finished;
    }

    @Override
    public boolean allowEagerReading() {
        return false;
    }

    @Override
    public Iterator<Class<?>> iterator() {
        return new NotifyingIterator(queue.iterator(), starting, finished);
    }

    @Override
    public Iterator<Class<?>> iterated() {
        return queue.iterated();
    }
}
