package io.github.surefoot.analysis.evidence;

import io.github.surefoot.core.TestId;

/**
 * What a test is called where tests are told apart. Most need nothing but their name.
 *
 * @param id the test
 * @param instance from 1; higher when several tests of one class bear the same name, as dynamic tests may
 * @param qualifier what tells it from those: the suite, subclass or enclosing class it belongs to, else the number of
 *     the instance beyond the first; empty if nothing has to
 * @param inFull whether people are shown the package too, since a class of another package has a test of that name
 */
public record TestName(TestId id, int instance, String qualifier, boolean inFull) implements Comparable<TestName> {

    /** A test whose name tells it apart, or the number of its instance. */
    public TestName(TestId id, int instance) {
        this(id, instance, instance == 1 ? "" : Integer.toString(instance), false);
    }

    /** Returns the name for people, e.g. {@code CartTest.expires}; {@code Contract$Adding.adds (in Linked)}. */
    public String shortName() {
        return qualified(inFull ? id.toString() : id.shortName());
    }

    /** Returns what it is listed as where class and name together have to be unique. */
    public TestId listedAs() {
        return qualifier.isEmpty() ? id : new TestId(id.className(), qualified(id.name()));
    }

    private String qualified(String name) {
        return qualifier.isEmpty() ? name : (name + " (" + qualifier + ")").strip();
    }

    @Override
    public int compareTo(TestName other) {
        int byId = id.compareTo(other.id);
        return byId != 0 ? byId : Integer.compare(instance, other.instance);
    }
}
