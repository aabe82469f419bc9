package io.github.surefoot.analysis.ci;

import io.github.surefoot.analysis.ci.Blame.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the source file of a test, as the CI server names it: relative to the root of the repository. */
public final class SourceFinder {
    private static final List<String> LANGUAGES = List.of(".java", ".kt", ".groovy", ".scala");

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

    /** Returns the class whose source has that of a class that is nested in it. */
    static String outermost(String className) {
        int dollar = className.indexOf('$');
        return dollar < 0 ? className : className.substring(0, dollar);
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

    /**
     * Returns the line of a method in the source of its class, whichever language that is in: the first that has its name
     * before a bracket; else the first line of the file.
     *
     * @param className an outermost class
     * @param test the test, as Surefire names it
     */
    Optional<Location> ofClass(String className, String test) {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        return LANGUAGES.stream()
                .flatMap(language -> find(className, simple + language).stream())
                .findFirst()
                .map(path -> new Location(path, line(path, test)));
    }

    private int line(String path, String test) {
        Pattern method = Pattern.compile("\\b" + Pattern.quote(test.replaceFirst("[(\\[{].*", "")) + "`?\\s*\\(");
        try {
            List<String> lines = Files.readAllLines(repository.resolve(path));
            for (int i = 0; i < lines.size(); i++) {
                if (method.matcher(lines.get(i)).find()) {
                    return i + 1;
                }
            }
        } catch (IOException e) {
            // In another encoding than it should be: its first line is better than nothing.
            return 1;
        }
        return 1;
    }
}
