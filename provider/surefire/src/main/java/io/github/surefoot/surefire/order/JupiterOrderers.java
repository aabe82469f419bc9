package io.github.surefoot.surefire.order;

import io.github.surefoot.core.order.JupiterOrders;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.util.Map;

/**
 * What JUnit Jupiter is told of orders, among JUnit Platform's configuration parameters. These stand above the order in which
 * classes are handed to the launcher, whether Surefire's provider has set them for its own {@code runOrder} or the project has,
 * in Surefire's configuration or in a file.
 */
public final class JupiterOrderers {
    /** For Jupiter, as if nobody had named any; a parameter that is not there would be looked for in the project's file. */
    private static final String NONE = "";

    private JupiterOrderers() {}

    /**
     * Keeps classes in the order in which they are given: by Surefoot's own order, or by that of a worker that is replayed.
     * Methods stay as they are.
     */
    public static void keepGivenClasses(Map<String, String> parameters) {
        parameters.put(JupiterOrders.CLASSES, NONE);
    }

    /** Removes Surefire's order of methods, unless it is one that the project has named itself. */
    static void removeMethods(Map<String, String> parameters, WorkerSettings settings) {
        if (!settings.ownParameters().contains(JupiterOrders.METHODS)) {
            parameters.remove(JupiterOrders.METHODS);
        }
    }
}
