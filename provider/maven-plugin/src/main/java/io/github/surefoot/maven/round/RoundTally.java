package io.github.surefoot.maven.round;

import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalFormatException;
import io.github.surefoot.core.journal.JournalReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One round in numbers, for the line on the console: read from the journals of that round alone, since the whole run is
 * read once, at its end.
 */
public final class RoundTally {
    private static final List<String> WORDS =
            List.of("passed", "failed", "errored", "crashed", "hung", "skipped", "aborted");

    private final int round;
    private final Map<String, Integer> counts = new LinkedHashMap<>();
    private final TreeSet<String> blamed = new TreeSet<>();
    private final Map<Long, TestId> running = new HashMap<>();

    RoundTally(int round) {
        this.round = round;
        WORDS.forEach(word -> counts.put(word, 0));
    }

    /**
     * Reads a round whose workers have ended.
     *
     * @throws IOException if the journals cannot be read
     */
    public static RoundTally read(Path journals, int round) throws IOException {
        RoundTally tally = new RoundTally(round);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(journals, file -> belongs(file, round))) {
            for (Path file : files) {
                tally.take(file);
            }
        }
        return tally;
    }

    private static boolean belongs(Path file, int round) {
        return file.getFileName().toString().matches("(r" + round + ")?w\\d+\\.journal");
    }

    private void take(Path file) throws IOException {
        running.clear();
        try {
            JournalReader.stream(file, this::take);
        } catch (JournalFormatException e) {
            // Its worker died before it ran anything. The judge tells of it.
            return;
        }
        running.values().forEach(test -> count(test, "crashed", true));
    }

    private void take(JournalEntry entry) {
        if (entry instanceof JournalEntry.TestStarted started && started.round() == round && !started.rerun()) {
            running.put(started.execution(), started.test());
        } else if (entry instanceof JournalEntry.TestFinished finished) {
            TestId test = running.remove(finished.execution());
            if (test != null) {
                Outcome outcome = finished.outcome();
                count(test, outcome.word(), outcome.countsAgainstTheTest());
            }
        }
    }

    void count(TestId test, String word, boolean against) {
        counts.merge(word, 1, Integer::sum);
        if (against) {
            blamed.add(test.shortName());
        }
    }

    /** Returns how many executions ended how, by word. */
    public Map<String, Integer> counts() {
        return counts;
    }

    /** Returns the short names of the tests that failed, sorted. */
    public List<String> blamed() {
        return List.copyOf(blamed);
    }
}
