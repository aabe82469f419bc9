package io.github.surefoot.analysis.evidence;

import io.github.surefoot.core.TestId;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tests as a user names them: a class, with or without its package, or a method of one, with {@code *} for any part, as
 * in {@code CartTest}, {@code shop.OrderTest#ships}, {@code *IT}. Parameters of methods have no part in it.
 */
public final class TestPattern {
    private static final Pattern NAME =
            Pattern.compile("[\\p{javaJavaIdentifierPart}.*]+(#[\\p{javaJavaIdentifierPart}*]+)?");
    private static final Pattern END_OF_METHOD = Pattern.compile("[(\\[].*", Pattern.DOTALL);

    private static final Pattern OF_ALL = Pattern.compile("[*.]+(#\\*+)?");

    private final String text;
    private final Pattern className;
    private final Pattern method;

    private TestPattern(String text) {
        String[] sides = text.split("#", 2);
        this.text = text;
        className = pattern(sides[0]);
        method = pattern(sides.length == 1 ? "*" : sides[1]);
    }

    /** Reads one; empty if it is no class, nor a method of one. */
    public static Optional<TestPattern> parse(String text) {
        return NAME.matcher(text).matches() ? Optional.of(new TestPattern(text)) : Optional.empty();
    }

    /** Returns what is of this test, and of those that differ from it in parameters only. */
    public static TestPattern of(TestId test) {
        String method = END_OF_METHOD.matcher(test.name()).replaceFirst("");
        return parse(test.className() + "#" + method).orElseGet(() -> new TestPattern(test.className()));
    }

    /** Returns the same of one class alone, with its package; unless any part of the class was left open. */
    public TestPattern ofClass(String name) {
        int method = text.indexOf('#');
        String given = method < 0 ? text : text.substring(0, method);
        return given.contains("*") ? this : new TestPattern(name + (method < 0 ? "" : text.substring(method)));
    }

    private static Pattern pattern(String name) {
        return Pattern.compile(
                Arrays.stream(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    /** Tells whether it is of this test. */
    public boolean matches(TestId test) {
        return matchesClass(test)
                && method.matcher(END_OF_METHOD.matcher(test.name()).replaceFirst(""))
                        .matches();
    }

    /** Tells whether it is of the class of this test, or of some tests of it. */
    public boolean matchesClass(TestId test) {
        return matchesClass(test.className());
    }

    private boolean matchesClass(String name) {
        return className.matcher(name).matches()
                || className.matcher(name.substring(name.lastIndexOf('.') + 1)).matches();
    }

    /** Tells whether it is of a class within which this test's is nested, and so not of this test. */
    public boolean matchesNested(TestId test) {
        int inner = test.className().indexOf('$');
        return inner > 0 && !matchesClass(test) && matchesClass(test.className().substring(0, inner));
    }

    /** Tells whether it names nothing, so that it is of all tests there are. */
    public boolean isOfAll() {
        return OF_ALL.matcher(text).matches();
    }

    /** Returns it as the user wrote it. */
    @Override
    public String toString() {
        return text;
    }
}
