package io.github.surefoot.analysis.history;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The directory of the history file. */
final class HistoryDirectory {
    private HistoryDirectory() {}

    /** Makes the directory if it is not there; one we make is kept out of Git, for it belongs to the machine. */
    static void ensure(Path file) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || Files.isDirectory(directory)) {
            return;
        }
        Files.createDirectories(directory);
        try {
            Files.writeString(
                    Files.createFile(directory.resolve(".gitignore")), "# Surefoot's history of this machine.\n*\n");
        } catch (FileAlreadyExistsException e) {
            // Another build was faster, and wrote the same.
            return;
        }
    }
}
