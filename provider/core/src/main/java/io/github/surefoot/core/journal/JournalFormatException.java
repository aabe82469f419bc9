package io.github.surefoot.core.journal;

import java.io.IOException;
import java.nio.file.Path;

/** A file that is no journal, or one of a version this Surefoot cannot read. */
public final class JournalFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private JournalFormatException(String message) {
        super(message);
    }

    static JournalFormatException wrongVersion(Path file, String version) {
        return new JournalFormatException("Journal format " + version + " cannot be read by this plugin (format "
                + JournalFormat.VERSION + "): use the same Surefoot version for both. File: " + file);
    }

    static JournalFormatException noJournal(Path file) {
        return new JournalFormatException(
                "Not a Surefoot journal: " + file + ". A journal's first line has 'surefoot-journal' in it.");
    }
}
