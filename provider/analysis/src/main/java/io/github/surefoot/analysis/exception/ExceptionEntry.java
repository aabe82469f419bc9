package io.github.surefoot.analysis.exception;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An entry as a program writes it, behind those that a person wrote.
 *
 * @param test the tests, as {@link io.github.surefoot.analysis.evidence.TestPattern} reads them
 * @param owner who mends them; empty if the code owners are to
 * @param reason why, or the address of an issue
 * @param until the last day
 * @param allowed how much of their executions may fail, in percent
 * @param failures the fingerprints of the ways in which they fail
 */
public record ExceptionEntry(
        String test, String owner, String reason, LocalDate until, int allowed, List<String> failures) {
    private static final String WINDOWS = "\r\n";

    static final String HEAD = """
            # Tests that may fail until a date. They run, are shown, and are never called passed.
            # docs/guide/exceptions.md of Surefoot says what each line means.
            exceptions:
            """;

    /** Copies the list. */
    public ExceptionEntry {
        failures = List.copyOf(failures);
    }

    /**
     * Returns a text with this entry behind it, with the line ends of that text.
     *
     * @param text the lines before it
     * @param indent how many spaces stand before the dash
     */
    String behind(String text, int indent) {
        StringBuilder entry = new StringBuilder();
        entry.append("- test: ").append(quoted(test)).append('\n');
        if (!owner.isEmpty()) {
            entry.append("  owner: ").append(quoted(owner)).append('\n');
        }
        entry.append("  reason: ").append(quoted(reason)).append('\n');
        fields().forEach((name, value) ->
                entry.append("  ").append(name).append(": ").append(value).append('\n'));
        String lines = entry.toString().replaceAll("(?m)^(?=.)", " ".repeat(indent));
        return lines(text) + (text.contains(WINDOWS) ? lines.replace("\n", WINDOWS) : lines);
    }

    /** Returns until when, how often and how its tests may fail, in a line. */
    public String terms() {
        return fields().entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining(", "));
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("until", until.toString());
        fields.put("allowed", allowed + " %");
        if (!failures.isEmpty()) {
            // A fingerprint of digits alone would be read as a number.
            fields.put("failures", "[\"" + String.join("\", \"", failures) + "\"]");
        }
        return fields;
    }

    /** Returns a text whose last line has an end. */
    static String lines(String text) {
        return text.isEmpty() || text.endsWith("\n") ? text : text + (text.contains(WINDOWS) ? WINDOWS : "\n");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}+", " ") + '"';
    }
}
