package io.github.surefoot.surefire.order;

import java.util.Comparator;
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
     * Shuffles them, those of nested runners too; suites keep the order of their classes, and parameters theirs.
     *
     * @param kept is told of each class whose methods are left as they are, and why
     */
    void shuffle(long seed, BiConsumer<String, String> kept) {
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
            new Sorter(Comparator.comparingLong((Description of) -> place(seed, of))).apply(runner);
        }
    }

    private static void tellOfOwnOrders(Description description, BiConsumer<String, String> kept) {
        @Nullable Class<?> type = description.getTestClass();
        if (type != null && description.isSuite()) {
            OwnOrder.ofJUnit4(type).ifPresent(annotation -> kept.accept(type.getName(), annotation));
        }
        description.getChildren().forEach(child -> tellOfOwnOrders(child, kept));
    }

    /** Returns the same place for all that keep their order: sorting leaves them as they are. */
    private static long place(long seed, Description description) {
        @Nullable Class<?> type = description.getTestClass();
        boolean keeps =
                description.isSuite() || type == null || OwnOrder.ofJUnit4(type).isPresent();
        return keeps ? 0 : SplitMix.place(seed, description.getDisplayName());
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
