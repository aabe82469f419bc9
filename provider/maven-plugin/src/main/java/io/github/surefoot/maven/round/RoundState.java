package io.github.surefoot.maven.round;

import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalFormatException;
import io.github.surefoot.core.journal.JournalReader;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the journals say of the classes so far: which are done, and which a dead worker left. */
final class RoundState {
    private final Map<Integer, Set<String>> started = new HashMap<>();
    private final Map<Integer, Set<String>> finished = new HashMap<>();
    private boolean anyTest;
    private boolean anyUnfinished;
    private int unreadable;

    private RoundState() {}

    /** Reads all workers' journals in a directory. */
    static RoundState read(Path journals) throws IOException {
        RoundState state = new RoundState();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(journals, "*w*.journal")) {
            for (Path file : files) {
                state.take(file);
            }
        }
        return state;
    }

    private void take(Path file) throws IOException {
        try {
            anyUnfinished |= !JournalReader.stream(file, this::take).finished();
        } catch (JournalFormatException e) {
            // A worker that died while it wrote its header took up no class. The judge reports the journal.
            unreadable++;
        }
    }

    /** Returns how many journals could not be read at all. */
    int unreadable() {
        return unreadable;
    }

    private void take(JournalEntry entry) {
        if (entry instanceof JournalEntry.ClassStarted e) {
            of(started, e.round()).add(e.className());
        } else if (entry instanceof JournalEntry.ClassFinished e) {
            of(finished, e.round()).add(e.className());
        } else if (entry instanceof JournalEntry.TestStarted) {
            anyTest = true;
        }
    }

    /** Tells whether any worker has not ended as it should. */
    boolean anyUnfinished() {
        return anyUnfinished;
    }

    /** Tells whether any test was started at all. */
    boolean anyTest() {
        return anyTest;
    }

    /** Returns the classes of a plan that nobody has taken up in a round. */
    List<String> leftOf(List<String> planned, int round) {
        Set<String> taken = new LinkedHashSet<>(of(started, round));
        taken.addAll(of(finished, round));
        return planned.stream().filter(className -> !taken.contains(className)).toList();
    }

    private static Set<String> of(Map<Integer, Set<String>> rounds, int round) {
        return rounds.computeIfAbsent(round, any -> new LinkedHashSet<>());
    }
}
