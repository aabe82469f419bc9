package io.github.surefoot.surefire.order;

import io.github.surefoot.surefire.settings.WorkerSettings;
import java.util.ArrayList;
import java.util.List;

/** The classes of a round: what a scan found or what the plugin asked for, written down, and in which order. */
public final class PlannedClasses {
    private final WorkerSettings settings;
    private final ClassLoader loader;

    /**
     * Prepares to plan.
     *
     * @param loader loads the classes that the plugin names
     */
    public PlannedClasses(WorkerSettings settings, ClassLoader loader) {
        this.settings = settings;
        this.loader = loader;
    }

    /**
     * Finds the classes to run and writes them down, so that one that no worker runs is missed.
     *
     * @param scanned what a scan found; of no matter if the plugin names the classes
     */
    public List<Class<?>> write(Iterable<Class<?>> scanned, int round) {
        List<Class<?>> classes = new ArrayList<>();
        if (settings.only().isPresent()) {
            classes.addAll(ClassList.load(settings.only().get(), round, loader));
        } else {
            scanned.forEach(classes::add);
            if (settings.shard().isPresent()) {
                new ShardedScan(settings.shard().get()).keepOwn(classes, settings.plan());
            }
        }
        settings.plan().ifPresent(file -> ClassList.write(file, classes));
        return classes;
    }

    /** Returns classes in the order in which to run them. */
    public List<Class<?>> ordered(List<Class<?>> classes, int round) {
        // A given list is in its order already: that of the worker that is replayed.
        return settings.only().isPresent()
                ? classes
                : TestOrder.of(settings)
                        .map(order -> order.classes(classes, round))
                        .orElse(classes);
    }
}
