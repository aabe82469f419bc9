package io.github.surefoot.core.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How what was asked for ended.
 *
 * @param word {@link #PASSED}, {@link #FAILED}, {@link #ABSENT}, or {@link #FAULT}
 * @param type the type of what was thrown, if it failed
 * @param message what that said first, or what the fault is; secrets are masked in it
 * @param leftBehind what stays in the JVM, which then is not as new for the next; empty if nothing does
 * @param changes what was otherwise before the last unit than before the first, if that was asked for
 * @param keeper the jar of a library that has kept classes of an earlier run in the same JVM and handed them out, or {@link
 *     #UNKNOWN_KEEPER}: then nothing that failed may count; empty if none has
 */
public record ProbeReply(
        String word, String type, String message, String leftBehind, List<StateChange> changes, String keeper) {
    /** Copies the list. */
    public ProbeReply {
        changes = List.copyOf(changes);
    }

    /** A reply of a run in which no library has handed out classes of an earlier one. */
    public ProbeReply(String word, String type, String message, String leftBehind, List<StateChange> changes) {
        this(word, type, message, leftBehind, changes, "");
    }

    /** A reply that nothing was compared for. */
    public ProbeReply(String word, String type, String message, String leftBehind) {
        this(word, type, message, leftBehind, List.of());
    }

    /** Somebody has kept classes of an earlier run, and it is not known who. */
    public static final String UNKNOWN_KEEPER = "?";

    /** The test passed. */
    public static final String PASSED = "passed";

    /** It failed. */
    public static final String FAILED = "failed";

    /** It was skipped, aborted, or not there. */
    public static final String ABSENT = "absent";

    /** Nothing could be run. */
    public static final String FAULT = "fault";

    /** Between replies, says that the JVM goes on. */
    private static final String ALIVE = "alive";

    private static final int FIXED = 5;

    private static final String MARK = "surefoot-probe";

    /** Returns it as a line of ASCII that tests will not print. */
    public String line() {
        List<String> words = new ArrayList<>(List.of(word, type, message, leftBehind, keeper));
        changes.forEach(change -> words.addAll(change.words()));
        return MARK + " " + ProbeWords.line(words);
    }

    /** Returns the line that says that another class has begun. */
    public static String aliveLine() {
        return MARK + " " + ALIVE;
    }

    /** Tells whether a line says that the JVM goes on. */
    public static boolean isAlive(String line) {
        return line.equals(aliveLine());
    }

    /** Reads what {@link #line} gave; empty if it is some other line. */
    public static Optional<ProbeReply> parse(String line) {
        if (!line.startsWith(MARK + " ") || isAlive(line)) {
            return Optional.empty();
        }
        try {
            List<String> words = ProbeWords.of(line.substring(MARK.length() + 1));
            if (words.size() < FIXED || (words.size() - FIXED) % StateChange.WORDS != 0) {
                return Optional.empty();
            }
            List<StateChange> changes = new ArrayList<>();
            for (int at = FIXED; at < words.size(); at += StateChange.WORDS) {
                changes.add(StateChange.of(words.subList(at, at + StateChange.WORDS)));
            }
            return Optional.of(
                    new ProbeReply(words.get(0), words.get(1), words.get(2), words.get(3), changes, words.get(4)));
        } catch (IllegalArgumentException e) {
            // A test printed it.
            return Optional.empty();
        }
    }
}
