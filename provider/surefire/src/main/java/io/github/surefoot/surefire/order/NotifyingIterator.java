package io.github.surefoot.surefire.order;

import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells when a class is taken up and when the next one is asked for, which is when the former is done. */
final class NotifyingIterator implements Iterator<Class<?>> {
    private final Iterator<Class<?>> classes;
    private final Consumer<String> starting;
    private final Consumer<String> finished;
    private @Nullable String current;

    NotifyingIterator(Iterator<Class<?>> classes, Consumer<String> starting, Consumer<String> finished) {
        this.classes = classes;
        this.starting = starting;
        this.finished = finished;
    }

    @Override
    public boolean hasNext() {
        String done = current;
        if (done != null) {
            current = null;
            finished.accept(done);
        }
        return classes.hasNext();
    }

    @Override
    public Class<?> next() {
        Class<?> next = classes.next();
        current = next.getName();
        starting.accept(next.getName());
        return next;
    }
}
