package io.github.surefoot.maven.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the programs of an installed PostgreSQL are.
 *
 * @param directory has {@code initdb}, {@code pg_ctl} and {@code postgres}
 */
record PostgresPrograms(Path directory) {
    private static final List<String> NEEDED = List.of("initdb", "pg_ctl", "postgres");
    /** Debian and those that follow it have a directory for each version. */
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");

    /** Returns those of a directory that somebody has named; none if not all are there. */
    static Optional<PostgresPrograms> in(Path directory) {
        return NEEDED.stream().allMatch(each -> Files.isExecutable(directory.resolve(each)))
                ? Optional.of(new PostgresPrograms(directory))
                : Optional.empty();
    }

    /**
     * Returns the first of the search path, else the newest where Debian puts them.
     *
     * @param path the search path, as the environment has it
     */
    static Optional<PostgresPrograms> find(String path) {
        return Stream.concat(onPath(path), ofDebian(VERSIONS))
                .flatMap(each -> in(each).stream())
                .findFirst();
    }

    private static Stream<Path> onPath(String path) {
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(each -> !each.isBlank())
                .flatMap(each -> {
                    try {
                        return Stream.of(Path.of(each));
                    } catch (InvalidPathException e) {
                        return Stream.empty();
                    }
                });
    }

    /** Returns the directories of all versions below a directory, the newest first. */
    static Stream<Path> ofDebian(Path versions) {
        try (Stream<Path> found = Files.list(versions)) {
            return found
                    .sorted(Comparator.comparing(PostgresPrograms::number).reversed())
                    .map(each -> each.resolve("bin"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private static Double number(Path version) {
        String name = String.valueOf(version.getFileName());
        return name.matches("\\d{1,4}(\\.\\d{1,4})?") ? Double.valueOf(name) : Double.valueOf(-1);
    }

    String program(String name) {
        return directory.resolve(name).toString();
    }
}
