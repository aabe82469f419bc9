package io.github.surefoot.maven;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Journals as workers write them, without the workers. */
public final class Journals {
    public static final String CART = "shop.CartTest";
    public static final String PRICE = "shop.PriceTest";

    private Journals() {}

    public static Path write(Path directory, String label, Map<String, String> about, JournalEntry... entries)
            throws IOException {
        return write(directory, label, 1_000, about, entries);
    }

    /** Writes the journal of a worker that began when the others had ended. */
    public static Path writeLater(Path directory, String label, Map<String, String> about, JournalEntry... entries)
            throws IOException {
        return write(directory, label, 8_000, about, entries);
    }

    private static Path write(
            Path directory, String label, long startedAt, Map<String, String> about, JournalEntry... entries)
            throws IOException {
        Path file = directory.resolve(label + ".journal");
        WorkerId worker = WorkerId.parse("run-1", label);
        try (JournalWriter writer = JournalWriter.create(
                file, new JournalEntry.WorkerStarted(worker, Integer.MAX_VALUE, startedAt, about))) {
            List.of(entries).forEach(writer::append);
        }
        return file;
    }

    /** Returns the journal of a worker that is alive, since its process is this one. */
    public static JournalWriter alive(Path directory, String label) throws IOException {
        return JournalWriter.create(
                directory.resolve(label + ".journal"),
                new JournalEntry.WorkerStarted(
                        WorkerId.parse("run-1", label), ProcessHandle.current().pid(), 1_000, Map.of()));
    }

    public static Path write(Path directory, String label, JournalEntry... entries) throws IOException {
        return write(directory, label, Map.of(), entries);
    }

    public static JournalEntry classStarted(int round, String className) {
        return new JournalEntry.ClassStarted(round, className, 1_000);
    }

    public static JournalEntry classFinished(int round, String className) {
        return new JournalEntry.ClassFinished(round, className, 1_000);
    }

    public static JournalEntry started(long execution, String className, String test) {
        return startedIn(1, execution, className, test);
    }

    public static JournalEntry startedIn(int round, long execution, String className, String test) {
        return new JournalEntry.TestStarted(execution, round, new TestId(className, test), "", List.of(), false, 1_000);
    }

    public static JournalEntry finished(long execution, Outcome outcome) {
        return new JournalEntry.TestFinished(execution, outcome, 1_000);
    }

    public static Outcome failed(String message) {
        return new Outcome.Failed(new Failure("java.lang.AssertionError", message, ""));
    }
}
