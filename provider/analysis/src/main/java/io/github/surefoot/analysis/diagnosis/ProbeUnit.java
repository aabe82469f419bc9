package io.github.surefoot.analysis.diagnosis;

import io.github.surefoot.core.TestId;

/**
 * A part of a suite that a probe can run by itself: a whole class, or one test.
 *
 * @param className the class that a worker takes up, not one nested in it
 * @param test the test; its name is empty if the unit is the whole class
 * @param uniqueId JUnit Platform's identifier of the test; empty if the unit is the whole class
 */
public record ProbeUnit(String className, TestId test, String uniqueId) {

    /** Returns a whole class. */
    public static ProbeUnit ofClass(String className) {
        return new ProbeUnit(className, new TestId(className, ""), "");
    }

    /** Returns one test of a class. */
    public static ProbeUnit ofTest(String className, TestId test, String uniqueId) {
        return new ProbeUnit(className, test, uniqueId);
    }

    /** Tells whether it is a whole class. */
    public boolean isClass() {
        return uniqueId.isEmpty();
    }

    /** Returns it as {@code verdict.json} names culprits: {@code class} or {@code class#method}. */
    public String label() {
        return test.name().isEmpty() ? test.className() : test.className() + "#" + test.name();
    }

    /** Returns it as the console names tests: without its package. */
    public String shortName() {
        return test.shortName();
    }
}
