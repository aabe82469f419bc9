package io.github.surefoot.worker.context;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;

/** Writes claims as JSON (RFC 8259). */
final class ClaimsJson {
    private static final char FIRST_PLAIN = ' ';

    private ClaimsJson() {}

    /**
     * Checks a claim.
     *
     * @throws IllegalArgumentException if it cannot be written
     */
    static void checkWritable(String name, Object value) {
        try {
            write(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "The claim '" + name + "' cannot be " + e.getMessage()
                            + ": it may be text, a number, a boolean, an Instant, or a list or map of these",
                    e);
        }
    }

    static String write(Object value) {
        if (value instanceof Map<?, ?> map) {
            StringJoiner members = new StringJoiner(",", "{", "}");
            map.forEach((name, member) -> members.add(quoted(String.valueOf(name)) + ":" + write(member)));
            return members.toString();
        }
        if (value instanceof Collection<?> list) {
            StringJoiner elements = new StringJoiner(",", "[", "]");
            list.forEach(element -> elements.add(write(element)));
            return elements.toString();
        }
        return scalar(value);
    }

    private static String scalar(Object value) {
        if (value instanceof CharSequence text) {
            return quoted(text.toString());
        }
        if (value instanceof Instant instant) {
            return Long.toString(instant.getEpochSecond());
        }
        boolean finite =
                !(value instanceof Double || value instanceof Float) || Double.isFinite(((Number) value).doubleValue());
        if (value instanceof Boolean || (value instanceof Number && finite)) {
            return value.toString();
        }
        throw new IllegalArgumentException(
                value instanceof Number
                        ? value.toString()
                        : "a " + value.getClass().getName());
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < FIRST_PLAIN) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
