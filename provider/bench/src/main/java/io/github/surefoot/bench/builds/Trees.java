package io.github.surefoot.bench.builds;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Directories with all that is in them. */
final class Trees {
    private Trees() {}

    /** Copies a source tree, what was built in it left out. */
    static void copy(Path from, Path to) throws IOException {
        copy(from, to, file -> file.startsWith("target"));
    }

    /**
     * Copies a tree. Files are as old as they were, so that what was compiled stays younger than its sources.
     *
     * @param leftOut tells of files, relative to the root, whether they are left out
     */
    static void copy(Path from, Path to, Predicate<Path> leftOut) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            List<Path> sources = files.filter(Files::isRegularFile)
                    .filter(file -> !leftOut.test(from.relativize(file)))
                    .toList();
            for (Path source : sources) {
                Path target = to.resolve(from.relativize(source).toString());
                Files.createDirectories(target.toAbsolutePath().getParent());
                Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException fault) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
