package io.github.surefoot.analysis.evidence;

import io.github.surefoot.core.TestId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d{1,9})\\D*$");

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

    /**
     * Returns the name of the method or template that an invocation belongs to, as Surefire names it: {@code sums(int)}
     * of {@code sums(int)[2]}; empty if it is none.
     */
    public static String template(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('[')));
    }

    /** Returns the name under which Surefire reports what befalls a template as a whole: without empty brackets. */
    public static String ofContainer(String template) {
        return template.endsWith("()") ? template.substring(0, template.length() - 2) : template;
    }

    /** Returns the last number in a text, which is that of an invocation; 0 if there is none. */
    public static int number(String text) {
        Matcher number = LAST_NUMBER.matcher(text);
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    @Override
    public int compareTo(TestName other) {
        int byId = id.compareTo(other.id);
        return byId != 0 ? byId : Integer.compare(instance, other.instance);
    }
}
