package ${package};

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * How the server is set up, secrets apart.
 *
 * @param port {@code CONTEXT_PORT}, 8080 by default; 0 for any that is free
 * @param database {@code CONTEXT_DATABASE}, {@code data/context.db} by default
 */
record ServerSettings(int port, Path database) {

    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads the settings.
     *
     * @param lookup for instance {@code System::getenv}; answers null where it has nothing
     * @throws IllegalArgumentException if a setting makes no sense; names it
     */
    static ServerSettings from(UnaryOperator<String> lookup) {
        return new ServerSettings(
                port(orDefault(lookup.apply("CONTEXT_PORT"), "8080")),
                Path.of(orDefault(lookup.apply("CONTEXT_DATABASE"), "data/context.db")));
    }

    private static String orDefault(String value, String fallback) {
        return value == null || value.isBlank() ? fallback : value.strip();
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("CONTEXT_PORT is a number, not '" + value + "'.", e);
        }
        throw new IllegalArgumentException("CONTEXT_PORT is from 0 to " + HIGHEST_PORT + ", not " + value + ".");
    }
}
