package io.github.surefoot.core.probe;

import io.github.surefoot.core.TestId;
import java.util.List;
import java.util.Optional;

/**
 * A test of a probe that is asked about all its tests: that it begins, or how it ended.
 *
 * @param request which of the probe's requests to JUnit's launcher it is of, from 0
 * @param uniqueId JUnit Platform's identifier
 * @param test how reports name it; without a name for what belongs to a class
 * @param word {@link #STARTED}, or how it ended as a {@link ProbeReply} says it
 * @param type the type of what was thrown, if it failed
 * @param message what that said first; secrets are masked in it
 * @param millis how long it took
 */
public record ProbedTest(
        int request, String uniqueId, TestId test, String word, String type, String message, long millis) {
    /** It begins. */
    public static final String STARTED = "started";

    private static final String MARK = "surefoot-probed";
    private static final int WORDS = 8;

    /** Returns it as a line of ASCII that tests will not print. */
    public String line() {
        return MARK + " "
                + ProbeWords.line(List.of(
                        Integer.toString(request),
                        uniqueId,
                        test.className(),
                        test.name(),
                        word,
                        type,
                        message,
                        Long.toString(millis)));
    }

    /** Reads what {@link #line} gave; empty if it is some other line. */
    public static Optional<ProbedTest> parse(String line) {
        if (!line.startsWith(MARK + " ")) {
            return Optional.empty();
        }
        try {
            List<String> words = ProbeWords.of(line.substring(MARK.length() + 1));
            return words.size() != WORDS
                    ? Optional.empty()
                    : Optional.of(new ProbedTest(
                            Integer.parseInt(words.get(0)),
                            words.get(1),
                            new TestId(words.get(2), words.get(3)),
                            words.get(4),
                            words.get(5),
                            words.get(6),
                            Long.parseLong(words.get(7))));
        } catch (IllegalArgumentException e) {
            // A test printed it.
            return Optional.empty();
        }
    }
}
