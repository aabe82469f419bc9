package io.github.surefoot.core.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** The files that processes have open, as Linux shows them. */
final class FilesInUse {
    private static final Path PROCESSES = Path.of("/proc");

    private FilesInUse() {}

    /** Tells whether this system shows them. */
    static boolean areShown() {
        return Files.isDirectory(PROCESSES.resolve("self").resolve("fd"));
    }

    /** Returns those of all processes but these, as far as this user may see them. */
    static Set<Path> ofOthersThan(Set<Long> processes) {
        Set<Path> result = new HashSet<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
            for (Path process : all) {
                if (!processes.contains(Long.parseLong(process.getFileName().toString()))) {
                    add(process.resolve("fd"), result);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(PROCESSES + " cannot be read any more", e);
        }
        return result;
    }

    private static void add(Path descriptors, Set<Path> to) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(descriptors)) {
            for (Path descriptor : all) {
                to.add(Files.readSymbolicLink(descriptor));
            }
        } catch (IOException | DirectoryIteratorException e) {
            // It has ended meanwhile, or is another user's, whose files tests do not write.
            to.remove(descriptors);
        }
    }
}
