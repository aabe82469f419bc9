package io.github.surefoot.core.journal;

import java.nio.file.Path;
import java.util.List;

/**
 * A journal that was read whole.
 *
 * @param file where it was read from
 * @param header what it begins with
 * @param entries all records after the header that could be read, in the order they were written
 * @param condition in what state it was found
 */
public record Journal(Path file, JournalEntry.Header header, List<JournalEntry> entries, JournalCondition condition) {
    /** Copies the list. */
    public Journal {
        entries = List.copyOf(entries);
    }
}
