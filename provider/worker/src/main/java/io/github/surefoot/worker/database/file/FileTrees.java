package io.github.surefoot.worker.database.file;

import io.github.surefoot.worker.database.fault.Backoff;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Deletes directories with all that is in them, without following links, and databases with all that is of them. */
public final class FileTrees {
    private static final int ATTEMPTS = 6;

    private FileTrees() {}

    /** What is tried until it works. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws IOException;
    }

    /**
     * Deletes the directory; what is not there is deleted.
     *
     * @throws IOException if something could not be deleted after several attempts
     */
    public static void delete(Path directory) throws IOException, InterruptedException {
        persist(directory, () -> Files.walkFileTree(directory, new Deletion()));
    }

    /**
     * Deletes a file and those beside it whose names begin with its own, as what SQLite keeps beside a database does;
     * what is not there is deleted.
     *
     * @throws IOException if something could not be deleted after several attempts
     */
    public static void deleteWithPrefix(Path file) throws IOException, InterruptedException {
        Path directory = file.resolveSibling("");
        persist(directory, () -> {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, file.getFileName() + "*")) {
                for (Path each : files) {
                    Files.deleteIfExists(each);
                }
            } catch (DirectoryIteratorException e) {
                throw e.getCause();
            }
        });
    }

    private static void persist(Path directory, Attempt deletion) throws IOException, InterruptedException {
        Backoff backoff = Backoff.usual();
        for (int attempt = 1; ; attempt++) {
            try {
                deletion.run();
                return;
            } catch (NoSuchFileException e) {
                if (!Files.exists(directory)) {
                    return;
                }
                giveUpOrWait(e, attempt, backoff);
            } catch (IOException e) {
                giveUpOrWait(e, attempt, backoff);
            }
        }
    }

    private static void giveUpOrWait(IOException e, int attempt, Backoff backoff)
            throws IOException, InterruptedException {
        if (attempt == ATTEMPTS) {
            throw e;
        }
        backoff.await(attempt);
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes about) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
            if (e != null) {
                throw e;
            }
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
