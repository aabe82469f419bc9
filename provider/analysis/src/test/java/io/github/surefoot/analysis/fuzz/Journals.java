package io.github.surefoot.analysis.fuzz;

import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.core.journal.JournalWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Journals by file name, as bytes or as records; records are written with right numbers and checksums. */
final class Journals {
    private Journals() {}

    static SortedMap<String, byte[]> bytes(Path directory) throws IOException {
        SortedMap<String, byte[]> all = new TreeMap<>();
        for (Path file : files(directory)) {
            all.put(file.getFileName().toString(), Files.readAllBytes(file));
        }
        return all;
    }

    static SortedMap<String, List<JournalEntry>> records(Path directory) throws IOException {
        SortedMap<String, List<JournalEntry>> all = new TreeMap<>();
        for (Path file : files(directory)) {
            Journal journal = JournalReader.read(file);
            List<JournalEntry> records = new ArrayList<>(List.of(journal.header()));
            records.addAll(journal.entries());
            all.put(file.getFileName().toString(), records);
        }
        return all;
    }

    static Path writeBytes(Path directory, Map<String, byte[]> journals) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, byte[]> journal : journals.entrySet()) {
            Files.write(directory.resolve(journal.getKey()), journal.getValue());
        }
        return directory;
    }

    /** Writes the journals that have a header; without one no writer begins a file. */
    static Path writeRecords(Path directory, Map<String, List<JournalEntry>> journals) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, List<JournalEntry>> journal : journals.entrySet()) {
            List<JournalEntry> records = journal.getValue();
            if (!records.isEmpty() && records.get(0) instanceof JournalEntry.Header header) {
                try (JournalWriter writer = JournalWriter.create(directory.resolve(journal.getKey()), header)) {
                    records.subList(1, records.size()).forEach(writer::append);
                }
            }
        }
        return directory;
    }

    static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }
}
