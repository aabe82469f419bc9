package io.github.surefoot.analysis.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Writes files of which readers never see half. */
final class PageFile {
    private PageFile() {}

    /** Writes a file beside its place, and moves it there; its directory is made if need be. */
    static void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        // Not a temporary file of the system's: those are for their owner alone, and CI servers collect this one.
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        try {
            // Files.writeString would refuse a page for one name with a lone surrogate; here it is a "?".
            Files.write(draft, text.getBytes(StandardCharsets.UTF_8));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
