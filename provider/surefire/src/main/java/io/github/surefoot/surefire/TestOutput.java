package io.github.surefoot.surefire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the tests of one worker print, in a file of its own. Surefire has one file for each class, which the next round
 * would overwrite. Each piece is one write to the operating system, so what a test printed before it killed its JVM is
 * there. The file is made when there is something to write.
 */
final class TestOutput {
    private final Path file;
    private String title = "";
    private @Nullable FileChannel channel;

    TestOutput(Path file) {
        this.file = file;
    }

    /** Says which class what follows is of, if anything follows. */
    synchronized void of(String className, int round) {
        title = "==== " + className + " in round " + round + System.lineSeparator();
    }

    /** Appends a piece. */
    synchronized void write(TestOutputReportEntry entry) {
        String text =
                Objects.requireNonNullElse(entry.getLog(), "null") + (entry.isNewLine() ? System.lineSeparator() : "");
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(title + text);
        title = "";
        try {
            FileChannel open = open();
            while (bytes.hasRemaining()) {
                open.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the output of the tests to " + file, e);
        }
    }

    private FileChannel open() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            channel = open;
        }
        return open;
    }
}
