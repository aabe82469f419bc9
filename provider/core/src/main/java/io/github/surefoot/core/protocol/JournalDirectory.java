package io.github.surefoot.core.protocol;

import io.github.surefoot.core.WorkerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The journals of a run, and what workers keep beside them.
 *
 * @param path the directory
 */
public record JournalDirectory(Path path) {
    /** The name of Maven's own journal of a run. */
    public static final String RUN = "run.journal";

    /** The names of workers' journals, as a pattern of {@link java.nio.file.FileSystem#getPathMatcher}. */
    public static final String WORKERS = "*w*.journal";

    private static final String SUFFIX = ".journal";

    /** Returns Maven's own journal. */
    public Path run() {
        return path.resolve(RUN);
    }

    /**
     * Returns all journals in it, by name.
     *
     * @throws IOException if it cannot be listed
     */
    public List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(JournalDirectory::isJournal).sorted().toList();
        }
    }

    /** Returns the journal of a worker. */
    public Path of(WorkerId worker) {
        return path.resolve(worker.label() + SUFFIX);
    }

    /** Returns the file whose lock a worker holds as long as it lives in a slot. */
    public Path slot(int slot) {
        return path.resolve("w" + slot + ".slot");
    }

    /**
     * Returns the file in which a worker keeps the end of what its tests print, beside its journal, where what they print
     * has no file of its own.
     */
    public static Path lastOutput(Path journal) {
        String name = journal.getFileName().toString();
        return journal.resolveSibling(withoutSuffix(name) + ".output");
    }

    /**
     * Returns the file beside a worker's journal in which it counts its heartbeats, as decimal digits, while there are
     * limits that it watches over: a JVM whose count stands still cannot end itself.
     */
    public static Path heartbeat(Path journal) {
        String name = journal.getFileName().toString();
        return journal.resolveSibling(withoutSuffix(name) + ".heartbeat");
    }

    /**
     * Returns the directory beside a worker's journal of the files in which jqwik keeps the samples and seeds with which
     * properties failed, so that the worker can be replayed with them.
     */
    public static Path samples(Path journal) {
        String name = journal.getFileName().toString();
        return journal.resolveSibling(withoutSuffix(name) + ".jqwik");
    }

    /** Returns the same for one round of a worker that runs several. */
    public static Path samples(Path journal, int round) {
        String name = journal.getFileName().toString();
        return journal.resolveSibling(withoutSuffix(name) + "-round-" + round + ".jqwik");
    }

    /** Tells whether a file is a journal, by its name. */
    public static boolean isJournal(Path file) {
        return file.getFileName().toString().endsWith(SUFFIX);
    }

    /** Returns the label of the worker whose journal has a name. */
    public static String withoutSuffix(String name) {
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }
}
