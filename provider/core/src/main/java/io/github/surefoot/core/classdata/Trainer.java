package io.github.surefoot.core.classdata;

import io.github.surefoot.core.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The worker whose JVM lists the classes that it loads, of which an archive is then made.
 *
 * @param pid its process
 * @param classes the file it lists them in
 */
public record Trainer(long pid, Path classes) {
    private static final String WHOLE = "whole";

    /**
     * Writes it to a file, unless another worker was faster: one is enough.
     *
     * @throws IOException if it cannot be written
     */
    public void offer(Path file) throws IOException {
        try {
            Files.writeString(
                    file,
                    pid + "\n" + classes + "\n" + WHOLE + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            // It lists its classes all the same, and nobody reads them.
            return;
        }
    }

    /**
     * Reads it; empty if it is not there or not whole yet.
     *
     * @throws IOException if it cannot be read
     */
    public static Optional<Trainer> read(Path file) throws IOException {
        List<String> lines = WholeFile.lines(file);
        return lines.size() == 3
                        && lines.get(0).matches("[0-9]{1,18}")
                        && lines.get(2).equals(WHOLE)
                ? Optional.of(new Trainer(Long.parseLong(lines.get(0)), Path.of(lines.get(1))))
                : Optional.empty();
    }
}
