package io.github.surefoot.analysis.evidence.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A unique identifier of JUnit Platform, taken apart: {@code [engine:junit-jupiter]/[class:CartTest]/[method:a()]}.
 * What is of another form, or empty, is a path without segments.
 *
 * @param segments from the engine down
 */
public record UniqueIdPath(List<Segment> segments) {
    private static final UniqueIdPath NONE = new UniqueIdPath(List.of());

    /** Where the classes end and the tests of one class begin. */
    private static final Set<String> WITHIN_CLASSES = Set.of(
            "method",
            "test",
            "test-template",
            "test-template-invocation",
            "test-factory",
            "dynamic-container",
            "dynamic-test",
            "invoc");

    private static final Set<String> CLASSES = Set.of("class", "class-template", "suite", "runner");
    private static final Set<String> INVOCATIONS = Set.of("test-template-invocation", "invoc");
    private static final String ENGINE = "engine";
    private static final String BETWEEN = "]/[";

    /** Copies the list. */
    public UniqueIdPath {
        segments = List.copyOf(segments);
    }

    /**
     * A step of the path.
     *
     * @param type what it is, e.g. {@code method}
     * @param value which one, e.g. {@code adds()}
     */
    record Segment(String type, String value) {}

    /** Takes an identifier apart. */
    public static UniqueIdPath of(String uniqueId) {
        if (!uniqueId.startsWith("[") || !uniqueId.endsWith("]")) {
            return NONE;
        }
        List<Segment> segments = new ArrayList<>();
        int last = uniqueId.length() - 1;
        for (int from = 1; from <= last; ) {
            int next = uniqueId.indexOf(BETWEEN, from);
            int end = next < 0 ? last : next;
            int colon = uniqueId.indexOf(':', from);
            if (colon < 0 || colon >= end) {
                return NONE;
            }
            segments.add(new Segment(uniqueId.substring(from, colon), uniqueId.substring(colon + 1, end)));
            from = end + BETWEEN.length();
        }
        return new UniqueIdPath(segments);
    }

    /** Returns the path of a class of which nothing is known but its name. */
    static UniqueIdPath ofClass(String className) {
        return new UniqueIdPath(List.of(new Segment("class", className)));
    }

    /** Returns the classes and suites of the path that a worker may have taken up, the outermost first. */
    public List<String> classes() {
        return segments.stream()
                .filter(segment -> CLASSES.contains(segment.type))
                .map(Segment::value)
                .toList();
    }

    /** Returns what the test belongs to: its suites and classes, but not the test itself. */
    UniqueIdPath owner() {
        for (int i = 0; i < segments.size(); i++) {
            if (WITHIN_CLASSES.contains(segments.get(i).type)) {
                return new UniqueIdPath(segments.subList(0, i));
            }
        }
        return parent();
    }

    /** Returns the path one step up; that of the engine, and of nothing, is nothing. */
    UniqueIdPath parent() {
        return segments.size() < 2 ? NONE : new UniqueIdPath(segments.subList(0, segments.size() - 1));
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    /** Tells whether this is one of several invocations of a test. */
    boolean isInvocation() {
        return !isEmpty() && INVOCATIONS.contains(last().type);
    }

    /** Tells whether an engine of that name has a part in it. */
    boolean isOf(String engine) {
        return segments.contains(new Segment(ENGINE, engine));
    }

    Segment last() {
        return segments.get(segments.size() - 1);
    }
}
