package io.github.surefoot.core.secret;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what the lines of a dotenv file assign, the last line winning: {@code NAME=value}, with {@code export} before it
 * or not; {@code #} begins a comment. In double quotes, which are taken off, a value may hold {@code #} and go over several lines.
 * Single quotes are part of a value. Nothing is replaced in it.
 */
final class DotenvParser {
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*(?:export\\s+)?([\\w.-]+)\\s*=\\s*(.*)");
    private static final Pattern IGNORED = Pattern.compile("\\s*(#.*)?");
    private static final Pattern SINGLE_QUOTED = Pattern.compile("'[^']*'(\\s*(?:#.*)?)");
    private static final String QUOTE = "\"";

    private final List<String> lines;
    private final Map<String, String> values = new LinkedHashMap<>();
    private int next;
    private OptionalInt malformed = OptionalInt.empty();

    DotenvParser(List<String> lines) {
        this.lines = lines;
        while (next < lines.size() && malformed.isEmpty()) {
            int first = next;
            if (!parse(lines.get(next++))) {
                malformed = OptionalInt.of(first + 1);
            }
        }
    }

    /** Returns the number, from 1, of the first line that is no assignment; empty if all are well. */
    OptionalInt malformed() {
        return malformed;
    }

    /** Returns what is assigned. */
    Map<String, String> values() {
        return values;
    }

    private boolean parse(String line) {
        if (IGNORED.matcher(line).matches()) {
            return true;
        }
        Matcher assignment = ASSIGNMENT.matcher(line);
        if (!assignment.matches()) {
            return false;
        }
        String name = assignment.group(1);
        String text = assignment.group(2);
        if (text.startsWith("\"")) {
            return quoted(name, text.substring(1));
        }
        values.put(name, plain(text));
        return true;
    }

    /** Returns the text before a comment; a {@code #} between single quotes begins none. */
    private static String plain(String text) {
        Matcher single = SINGLE_QUOTED.matcher(text);
        int comment = single.matches() ? single.start(1) : text.indexOf('#');
        return (comment < 0 ? text : text.substring(0, comment)).strip();
    }

    /** Takes further lines until the quote is closed; behind it only a comment may follow. */
    private boolean quoted(String name, String begun) {
        StringBuilder text = new StringBuilder(begun);
        int end = text.indexOf(QUOTE);
        while (end < 0 && next < lines.size()) {
            int from = text.length();
            text.append('\n').append(lines.get(next++));
            end = text.indexOf(QUOTE, from);
        }
        if (end < 0 || !IGNORED.matcher(text.substring(end + 1)).matches()) {
            return false;
        }
        values.put(name, text.substring(0, end));
        return true;
    }
}
