package io.github.surefoot.surefire.redact;

import io.github.surefoot.core.secret.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The files in which Surefire notes why it ended a worker, with the names of all threads. Maven masks secrets in them,
 * unless it is what died.
 *
 * @param directory where Surefire writes them
 * @param redactor what masks secrets
 */
public record SurefireDumps(Path directory, Redactor redactor) {

    /** Masks secrets in all of them. */
    public void mask() throws IOException {
        if (redactor.isEmpty() || !Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.{dump,dumpstream}")) {
            for (Path file : files) {
                String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                String masked = redactor.redact(text);
                if (!masked.equals(text)) {
                    Files.writeString(file, masked);
                }
            }
        }
    }
}
