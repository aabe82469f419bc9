package io.github.surefoot.surefire.order;

import io.github.surefoot.core.order.JupiterOrders;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.util.Map;

/**
 * What Surefire's provider has JUnit Jupiter do for its own {@code runOrder}. It names orders of Jupiter's among JUnit
 * Platform's configuration parameters, and these stand above the order in which classes are handed to the launcher.
 */
public final class JupiterOrderers {
    private JupiterOrderers() {}

    /**
     * Keeps classes in the order in which they are given, be it that of a worker that is replayed: whoever shuffled them
     * then, they come shuffled. Methods stay as Surefire has them.
     */
    public static void keepGivenClasses(Map<String, String> parameters, WorkerSettings settings) {
        parameters.remove(JupiterOrders.CLASSES, JupiterOrders.RANDOM_CLASSES);
        removeClasses(parameters, settings);
    }

    /** Removes Surefire's order of classes, unless it is one that the project has named itself. */
    static void removeClasses(Map<String, String> parameters, WorkerSettings settings) {
        remove(JupiterOrders.CLASSES, parameters, settings);
    }

    /** Removes Surefire's order of methods, unless it is one that the project has named itself. */
    static void removeMethods(Map<String, String> parameters, WorkerSettings settings) {
        remove(JupiterOrders.METHODS, parameters, settings);
    }

    private static void remove(String name, Map<String, String> parameters, WorkerSettings settings) {
        if (!settings.ownParameters().contains(name)) {
            parameters.remove(name);
        }
    }
}
