package io.github.surefoot.analysis.evidence.matching;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that Surefire gives to invocations: {@code sums(int)[2]} is the second of {@code sums(int)}. */
final class InvocationName {
    private static final Pattern LAST_NUMBER = Pattern.compile("(\\d{1,9})\\D*$");

    private InvocationName() {}

    /** Returns the name of the method or template an invocation belongs to, or empty if it is none. */
    static String template(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('[')));
    }

    /** Returns the name under which Surefire reports what befalls a template as a whole: without empty brackets. */
    static String ofContainer(String template) {
        return template.endsWith("()") ? template.substring(0, template.length() - 2) : template;
    }

    /** Returns the last number in a text, which is that of an invocation; 0 if there is none. */
    static int number(String text) {
        Matcher number = LAST_NUMBER.matcher(text);
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }
}
