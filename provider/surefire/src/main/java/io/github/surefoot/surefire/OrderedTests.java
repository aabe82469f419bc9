package io.github.surefoot.surefire;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.apache.maven.surefire.api.util.TestsToRun;

/** Classes to run in a given order, all in one request to the launcher, or each in its own. */
final class OrderedTests extends TestsToRun {
    private final boolean eachByItself;
    private final Consumer<String> starting;
    private final Consumer<String> finished;

    OrderedTests(List<Class<?>> classes, boolean eachByItself, Consumer<String> starting, Consumer<String> finished) {
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
        return eachByItself ? new AnnouncingIterator(super.iterator(), starting, finished) : super.iterator();
    }
}
