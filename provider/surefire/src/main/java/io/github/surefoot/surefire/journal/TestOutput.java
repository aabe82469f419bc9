package io.github.surefoot.surefire.journal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the tests of one worker print, in a file of its own. Surefire has one file for each class, which the next round
 * would overwrite. Each piece is one write to the operating system, so what a test printed before it killed its JVM is
 * there. The file is made when there is something to write.
 */
public final class TestOutput {
    private final Path file;
    private String title = "";
    private @Nullable OutputStream stream;

    /** Prepares to write to a file, which is made when there is something to write. */
    public TestOutput(Path file) {
        this.file = file;
    }

    /** Says which class what follows is of, if anything follows. */
    public synchronized void of(String className, int round) {
        title = "==== " + className + " in round " + round + System.lineSeparator();
        reopenIfRemoved();
    }

    /** Appends a piece. */
    synchronized void write(TestOutputReportEntry entry) {
        String text =
                Objects.requireNonNullElse(entry.getLog(), "null") + (entry.isNewLine() ? System.lineSeparator() : "");
        byte[] bytes = (title + text).getBytes(StandardCharsets.UTF_8);
        title = "";
        try {
            open().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the output of the tests to " + file, e);
        }
    }

    /** A test may have removed the directory: what later ones print belongs where it is looked for. */
    private void reopenIfRemoved() {
        OutputStream open = stream;
        if (open != null && !Files.exists(file)) {
            stream = null;
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot close the output of the tests, which was removed: " + file, e);
            }
        }
    }

    /** Returns a plain stream: an interrupt, which is a test's own business, would close a channel. */
    private OutputStream open() throws IOException {
        OutputStream open = stream;
        if (open == null) {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            open = new FileOutputStream(file.toFile(), true);
            stream = open;
        }
        return open;
    }
}
