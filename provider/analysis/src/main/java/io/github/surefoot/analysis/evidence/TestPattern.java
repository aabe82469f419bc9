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

    private static Pattern pattern(String name) {
        return Pattern.compile(
                Arrays.stream(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    /** Tells whether it is of this test. */
    public boolean matches(TestId test) {
        String name = test.className();
        boolean ofClass = className.matcher(name).matches()
                || className.matcher(name.substring(name.lastIndexOf('.') + 1)).matches();
        return ofClass
                && method.matcher(END_OF_METHOD.matcher(test.name()).replaceFirst(""))
                        .matches();
    }

    /** Returns it as the user wrote it. */
    @Override
    public String toString() {
        return text;
    }
}
