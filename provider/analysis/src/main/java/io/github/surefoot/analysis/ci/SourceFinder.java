package io.github.surefoot.analysis.ci;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the source file of a test, as the CI server names it: relative to the root of the repository. */
public final class SourceFinder {
    private final Path repository;
    private final List<Path> sourceRoots;

    /**
     * Makes a finder.
     *
     * @param repository the root of the repository
     * @param sourceRoots directories of test sources, e.g. {@code src/test/java}
     */
    public SourceFinder(Path repository, List<Path> sourceRoots) {
        this.repository = repository.toAbsolutePath().normalize();
        this.sourceRoots = List.copyOf(sourceRoots);
    }

    /** Returns the path with slashes, if there is such a file inside the repository. */
    Optional<String> find(String className, String fileName) {
        int dot = className.lastIndexOf('.');
        String directory = dot < 0 ? "" : className.substring(0, dot).replace('.', '/');
        return sourceRoots.stream()
                .map(root ->
                        root.toAbsolutePath().normalize().resolve(directory).resolve(fileName))
                .filter(file -> file.startsWith(repository) && Files.isRegularFile(file))
                .map(file -> repository.relativize(file).toString().replace('\\', '/'))
                .findFirst();
    }
}
