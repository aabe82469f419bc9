package io.github.surefoot.surefire.order;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.surefire.api.util.TestsToRun;

/** Classes to run in a given order, all in one request to the launcher, or each in its own. */
public final class OrderedTests extends TestsToRun {
    private final boolean eachByItself;
    private final Consumer<String> starting;
    private final Consumer<String> finished;

    /**
     * Prepares to hand over classes.
     *
     * @param eachByItself whether each class has a request of its own
     * @param starting is told of a class that is taken up by itself
     * @param finished is told of a class that is done, by itself
     */
    public OrderedTests(
            List<Class<?>> classes, boolean eachByItself, Consumer<String> starting, Consumer<String> finished) {
        super(new LinkedHashSet<>(classes));
        this.eachByItself = eachByItself;
        this.starting = starting;
        this.finished = finished;
    }

    @Override
    public boolean allowEagerReading() {
        return !eachByItself;
    }

    @Override
    public Iterator<Class<?>> iterator() {
        return eachByItself ? new NotifyingIterator(super.iterator(), starting, finished) : super.iterator();
    }
}
