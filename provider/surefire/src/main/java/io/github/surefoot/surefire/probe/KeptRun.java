package io.github.surefoot.surefire.probe;

import io.github.surefoot.core.probe.KeptFiles;
import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.surefire.guard.ThreadDump;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run leaves for people to look at: each run begins anew, so that what a failed one has left is the last. */
final class KeptRun {
    private final Path directory;
    private final Redactor redactor;
    private final KeptOutput output;

    private KeptRun(Path directory, Redactor redactor, KeptOutput output) {
        this.directory = directory;
        this.redactor = redactor;
        this.output = output;
    }

    /** Keeps what is printed from now on. */
    static KeptRun take(Path directory, Redactor redactor) {
        try {
            Files.createDirectories(directory);
            KeptOutput output = new KeptOutput(directory.resolve(KeptFiles.OUTPUT), redactor.stream());
            System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(output, true, StandardCharsets.UTF_8));
            return new KeptRun(directory, redactor, output);
        } catch (IOException e) {
            throw notKept(directory, e);
        }
    }

    /** Forgets the run before. */
    void begin() {
        try {
            Files.deleteIfExists(directory.resolve(KeptFiles.FAILURE));
            Files.deleteIfExists(directory.resolve(KeptFiles.THREADS));
            deleteFiles(directory.resolve(KeptFiles.DATABASES));
            output.restart();
        } catch (IOException e) {
            throw notKept(directory, e);
        }
    }

    private static void deleteFiles(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Takes down that a test has failed. */
    void failed(String test, @Nullable Throwable thrown) {
        StringWriter trace = new StringWriter();
        if (thrown != null) {
            try (PrintWriter to = new PrintWriter(trace)) {
                thrown.printStackTrace(to);
            }
        }
        failed(test, trace.toString());
    }

    /** Takes down that a test has failed, and how. */
    void failed(String test, String how) {
        write(KeptFiles.THREADS, ThreadDump.now().toString());
        write(KeptFiles.FAILURE, test + "\n\n" + how);
    }

    private void write(String name, String text) {
        try {
            Files.writeString(directory.resolve(name), redactor.redact(text));
        } catch (IOException e) {
            throw notKept(directory, e);
        }
    }

    private static UncheckedIOException notKept(Path directory, IOException e) {
        return new UncheckedIOException("What a run leaves cannot be kept in " + directory + ": " + e.getMessage(), e);
    }

    /** Ends the run. */
    void end() {
        try {
            output.end();
        } catch (IOException e) {
            throw notKept(directory, e);
        }
    }
}
