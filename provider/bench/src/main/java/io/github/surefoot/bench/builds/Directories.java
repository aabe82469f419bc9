package io.github.surefoot.bench.builds;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads which projects that are there already are measured. */
final class Directories {
    static final String OPTION = "--directory";

    private Directories() {}

    /**
     * Reads the value of {@link #OPTION}.
     *
     * @param projects the names of the suites that are measured beside them
     * @param work where their copies will be made
     * @throws UsageException if one cannot be measured
     */
    static List<DirectorySuite> parse(String value, List<String> projects, Path work) throws UsageException {
        List<DirectorySuite> suites = new ArrayList<>();
        for (String directory : value.split(",", -1)) {
            suites.add(suite(directory, work));
        }
        List<DirectorySuite> distinct = suites.stream().distinct().toList();
        requireNames(distinct, projects);
        return distinct;
    }

    private static DirectorySuite suite(String value, Path work) throws UsageException {
        Path directory = Path.of(value).toAbsolutePath().normalize();
        if (value.isEmpty() || !Files.isRegularFile(directory.resolve("pom.xml"))) {
            throw new UsageException(
                    OPTION + " is '" + value + "', but must be the root of a Maven project: it has no pom.xml.");
        }
        if (work.startsWith(directory) || directory.startsWith(work)) {
            throw new UsageException(
                    OPTION + " is '" + value + "', but must lie apart from '" + work + "', where its copy is made.");
        }
        return new DirectorySuite(directory);
    }

    /** Copies, logs and measurements are told apart by name. */
    private static void requireNames(List<DirectorySuite> suites, List<String> projects) throws UsageException {
        Set<String> names = new HashSet<>(projects);
        for (DirectorySuite suite : suites) {
            if (!names.add(suite.name())) {
                throw new UsageException(OPTION + " is '" + suite.directory() + "', but another project is called '"
                        + suite.name() + "' too: measure one after the other.");
            }
        }
    }
}
