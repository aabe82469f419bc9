package io.github.surefoot.its;

import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.WorkerStarted;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.its.harness.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The journals of the workers of a build, by label: {@code r1w1}. */
final class Journals {
    private final SortedMap<String, Journal> byWorker = new TreeMap<>();

    Journals(Build build) {
        this(build, "");
    }

    Journals(Build build, String module) {
        for (Path file : build.journals(module)) {
            try {
                Journal journal = JournalReader.read(file);
                if (journal.header() instanceof WorkerStarted started) {
                    byWorker.put(started.worker().label(), journal);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Returns what each begins with. */
    List<WorkerStarted> headers() {
        return byWorker.values().stream()
                .map(journal -> (WorkerStarted) journal.header())
                .toList();
    }

    List<String> workers() {
        return List.copyOf(byWorker.keySet());
    }

    /** Returns all records of this kind, worker by worker. */
    <T extends JournalEntry> List<T> all(Class<T> kind) {
        return byWorker.values().stream().flatMap(journal -> of(journal, kind)).toList();
    }

    /** Returns the records of one worker of this kind. */
    <T extends JournalEntry> List<T> of(String worker, Class<T> kind) {
        Journal journal = byWorker.get(worker);
        if (journal == null) {
            throw new AssertionError("No journal of " + worker + ", only of " + workers());
        }
        return of(journal, kind).toList();
    }

    private static <T extends JournalEntry> Stream<T> of(Journal journal, Class<T> kind) {
        return journal.entries().stream().filter(kind::isInstance).map(kind::cast);
    }
}
