package io.github.surefoot.core;

import java.util.Comparator;
import java.util.Objects;

/**
 * A test as Surefire reports it: a method, or one invocation of a parameterized method.
 *
 * @param className the binary name of the class
 * @param name the method, with the invocation where there are several, e.g. {@code adds(int, int)[2]}; empty for
 *     what belongs to the class itself
 */
public record TestId(String className, String name) implements Comparable<TestId> {
    private static final Comparator<TestId> ORDER =
            Comparator.comparing(TestId::className).thenComparing(TestId::name);

    /** Checks that both parts are there. */
    public TestId {
        Objects.requireNonNull(className, "className");
        Objects.requireNonNull(name, "name");
    }

    /** Returns the class name without its package, and the name: {@code CartTest.expires}. */
    public String shortName() {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        return name.isEmpty() ? simple : simple + "." + name;
    }

    @Override
    public int compareTo(TestId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? className : className + "." + name;
    }
}
