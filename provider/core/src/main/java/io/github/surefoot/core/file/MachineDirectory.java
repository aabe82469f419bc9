package io.github.surefoot.core.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory whose files belong to one machine: if we make it, Git is to leave it out. */
public final class MachineDirectory {
    private MachineDirectory() {}

    /**
     * Makes a directory if it is not there, with its parents. The topmost that is made gets a {@code .gitignore}; a
     * directory that was there is its owner's, and so is whether Git keeps it.
     *
     * @throws IOException if it cannot be made
     */
    public static void ensure(Path directory) throws IOException {
        Path made = directory.toAbsolutePath();
        if (Files.isDirectory(made)) {
            return;
        }
        Path above = made.getParent();
        while (above != null && !Files.isDirectory(above)) {
            made = above;
            above = above.getParent();
        }
        Files.createDirectories(directory);
        try {
            Files.writeString(
                    Files.createFile(made.resolve(".gitignore")), "# What Surefoot keeps on this machine.\n*\n");
        } catch (FileAlreadyExistsException e) {
            // Another build was faster, and wrote the same.
            return;
        }
    }
}
