package io.github.surefoot.analysis.exception;

import java.time.LocalDate;
import java.util.List;

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
    private static final String HEAD = """
            # Tests that may fail until a date. They run, are shown, and are never called passed.
            # docs/guide/exceptions.md of Surefoot says what each line means.
            exceptions:
            """;

    /** Copies the list. */
    public ExceptionEntry {
        failures = List.copyOf(failures);
    }

    /** Returns the text of a file with this entry at its end. */
    public String appendedTo(String text) {
        String before = text.isBlank() ? HEAD : text.endsWith("\n") ? text : text + "\n";
        StringBuilder entry = new StringBuilder(before);
        entry.append("  - test: ").append(quoted(test)).append('\n');
        if (!owner.isEmpty()) {
            entry.append("    owner: ").append(quoted(owner)).append('\n');
        }
        entry.append("    reason: ").append(quoted(reason)).append('\n');
        entry.append("    until: ").append(until).append('\n');
        entry.append("    allowed: ").append(allowed).append(" %\n");
        if (!failures.isEmpty()) {
            // A fingerprint of digits alone would be read as a number.
            entry.append("    failures: [\"")
                    .append(String.join("\", \"", failures))
                    .append("\"]\n");
        }
        return entry.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}+", " ") + '"';
    }
}
