package io.github.surefoot.surefire.order;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.internal.runners.JUnit38ClassRunner;
import org.junit.platform.engine.TestDescriptor;
import org.junit.runner.Description;
import org.junit.runner.Request;
import org.junit.runner.Runner;
import org.junit.runner.manipulation.Sortable;
import org.junit.runner.manipulation.Sorter;

/**
 * The methods of a class that JUnit 4 runs. Its Vintage engine takes no seed, and runs them in the order of their runner,
 * whatever that of its descriptors is; a runner can be sorted, as {@code Request.sortWith} does.
 */
final class JUnit4Methods {
    private final TestDescriptor found;

    private JUnit4Methods(TestDescriptor found) {
        this.found = found;
    }

    /** Returns the methods of a class right below the Vintage engine. */
    static JUnit4Methods of(TestDescriptor found) {
        return new JUnit4Methods(found);
    }

    /**
     * Puts them into an order, those of nested runners too; suites keep the order of their classes, and parameters theirs.
     *
     * @param kept is told of each class whose methods are left as they are, and why
     */
    void arrange(MethodOrder order, BiConsumer<String, String> kept) {
        @Nullable Runner runner = runner();
        if (!(runner instanceof Sortable)) {
            kept.accept(
                    found.getDisplayName(),
                    runner == null
                            ? "its runner is out of reach"
                            : runner.getClass().getSimpleName());
        } else if (runner instanceof JUnit38ClassRunner) {
            kept.accept(runner.getDescription().getClassName(), "JUnit 3");
        } else {
            tellOfOwnOrders(runner.getDescription(), kept);
            Map<String, Integer> places = new HashMap<>();
            place(runner.getDescription(), order, places);
            new Sorter(Comparator.comparingInt((Description of) -> places.getOrDefault(of.getDisplayName(), 0)))
                    .apply(runner);
        }
    }

    private static void tellOfOwnOrders(Description description, BiConsumer<String, String> kept) {
        @Nullable Class<?> type = type(description);
        if (type != null && description.isSuite()) {
            OwnOrder.ofJUnit4(type).ifPresent(annotation -> kept.accept(type.getName(), annotation));
        }
        description.getChildren().forEach(child -> tellOfOwnOrders(child, kept));
    }

    /** Gives those places that do not keep their order: sorting leaves all others as they are. */
    private static void place(Description above, MethodOrder order, Map<String, Integer> places) {
        List<Description> methods =
                above.getChildren().stream().filter(child -> !child.isSuite()).toList();
        List<Description> arranged = order.arranged(methods, Description::getDisplayName);
        for (int i = 0; i < arranged.size(); i++) {
            if (!keepsItsOrder(arranged.get(i))) {
                places.putIfAbsent(arranged.get(i).getDisplayName(), i);
            }
        }
        above.getChildren().stream().filter(Description::isSuite).forEach(child -> place(child, order, places));
    }

    private static boolean keepsItsOrder(Description method) {
        @Nullable Class<?> type = type(method);
        return type == null || OwnOrder.ofJUnit4(type).isPresent();
    }

    /**
     * A description that knows but the name of its class would have JUnit's loader find it. Where that is the loader of
     * libraries, and classes of the project are renewed, it would keep this one for good.
     */
    static @Nullable Class<?> type(Description of) {
        @Nullable String name = of.getClassName();
        if (name == null) {
            return null;
        }
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // The description of no class: a suite may be called what it likes.
            return null;
        }
    }

    /** The engine's own type is not on our class path, and may be of any version. */
    private @Nullable Runner runner() {
        try {
            Object request = found.getClass().getMethod("toRequest").invoke(found);
            return request instanceof Request junit4 ? junit4.getRunner() : null;
        } catch (ReflectiveOperationException e) {
            // Another descriptor than that of a runner, or one on the module path: told of as out of reach.
            return null;
        }
    }
}
