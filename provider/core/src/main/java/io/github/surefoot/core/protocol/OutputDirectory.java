package io.github.surefoot.core.protocol;

import io.github.surefoot.core.WorkerId;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What the tests of several rounds print, a file for each worker.
 *
 * @param path the directory
 */
public record OutputDirectory(Path path) {
    /** Its name, beside the directory of the journals. */
    public static final String NAME = "output";

    private static final String SUFFIX = ".txt";

    /** Returns the file of a worker. */
    public Path of(WorkerId worker) {
        return path.resolve(worker.label() + SUFFIX);
    }

    /** Returns the file of the worker that wrote a journal, where the directories are as a run leaves them. */
    public static Path ofJournal(Path journal) {
        Path journals = Objects.requireNonNull(journal.toAbsolutePath().getParent());
        String worker = JournalDirectory.withoutSuffix(journal.getFileName().toString());
        return journals.resolveSibling(NAME).resolve(worker + SUFFIX);
    }
}
