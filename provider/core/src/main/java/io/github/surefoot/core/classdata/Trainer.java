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
 * The worker whose JVM writes the archive when it ends.
 *
 * @param pid its process
 * @param archive the file it writes
 */
public record Trainer(long pid, Path archive) {
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
                    pid + "\n" + archive + "\n" + WHOLE + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            // Its own archive is written all the same, and thrown away.
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
