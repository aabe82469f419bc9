package io.github.surefoot.analysis.history;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text as both databases keep it. The name of a parameterized test is whatever the project makes of it, and two things a
 * string may hold are kept by no database: a surrogate that is alone has no form in UTF-8, and PostgreSQL refuses the
 * character 0. Each is written as a backslash, {@code u} and four hexadecimal digits; a backslash that stands before
 * such digits already is written that way too, so that every text comes back as it was. All other text is kept as it is.
 */
final class StorableText {
    private static final Pattern WRITTEN = Pattern.compile("\\\\u(0000|005c|d[89a-f][0-9a-f]{2})");
    private static final int HEX = 16;

    private StorableText() {}

    /** Returns the text as it is written. */
    static String of(String text) {
        if (text.chars().noneMatch(StorableText::mayChange)) {
            return text;
        }
        StringBuilder stored = new StringBuilder(text.length());
        Matcher written = WRITTEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (isUnstorable(c)
                    || (c == '\\' && written.region(at, text.length()).lookingAt())) {
                stored.append(String.format("\\u%04x", c));
            } else {
                stored.appendCodePoint(c);
            }
            at += Character.charCount(c);
        }
        return stored.toString();
    }

    /** True of any half of a character, whether the other is beside it or not. */
    private static boolean mayChange(int c) {
        return c == 0 || c == '\\' || Character.isSurrogate((char) c);
    }

    /** A code point is a surrogate only if its other half is not beside it. */
    private static boolean isUnstorable(int c) {
        return c == 0 || Character.getType(c) == Character.SURROGATE;
    }

    /** Returns the text that was written so. */
    static String read(String stored) {
        if (stored.indexOf('\\') < 0) {
            return stored;
        }
        return WRITTEN.matcher(stored)
                .replaceAll(found ->
                        Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), HEX))));
    }
}
