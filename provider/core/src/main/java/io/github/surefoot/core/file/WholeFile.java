package io.github.surefoot.core.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Writes files whole: who reads one meanwhile, in any process, sees all of the old or all of the new. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * Writes bytes, in place of what is there.
     *
     * @throws IOException if they cannot be written; what was there is there still
     */
    public static void write(Path file, byte[] content) throws IOException {
        // Two processes may write the same file at once.
        Path draft = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        Files.write(draft, content);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Writes lines in UTF-8, in place of what is there.
     *
     * @throws IOException if they cannot be written; what was there is there still
     */
    public static void write(Path file, List<String> lines) throws IOException {
        String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads lines in UTF-8; none if the file is not there.
     *
     * @throws IOException if they cannot be read
     */
    public static List<String> lines(Path file) throws IOException {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
