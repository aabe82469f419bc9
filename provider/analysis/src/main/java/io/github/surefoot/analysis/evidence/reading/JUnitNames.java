package io.github.surefoot.analysis.evidence.reading;

import java.util.List;
import java.util.Set;

/** How class and test names hang together. */
final class JUnitNames {
    /** Under these names JUnit reports what happens to a class as a whole. */
    static final Set<String> OF_CLASSES = Set.of("", "initializationError", "executionError");

    private JUnitNames() {}

    /** Returns the binary name of the enclosing class, or empty if there is none. */
    static String enclosing(String className) {
        int dollar = className.lastIndexOf('$');
        return dollar <= 0 ? "" : className.substring(0, dollar);
    }

    /** Returns the name of the method or template an invocation belongs to, or empty if it is none. */
    static String template(String name) {
        int bracket = name.lastIndexOf('[');
        return bracket <= 0 ? "" : name.substring(0, bracket);
    }

    /** Returns the first few names, and how many more there are. */
    static String some(List<String> names) {
        int shown = Math.min(3, names.size());
        String first = String.join(", ", names.subList(0, shown));
        return names.size() == shown ? first : first + " and " + (names.size() - shown) + " more";
    }
}
