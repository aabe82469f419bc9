package io.github.surefoot.worker.database.current;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Settings of databases that a project has in its POM, from where they reach only tests that Surefoot's own goals run: not
 * those of an IDE, nor of plain Surefire or Failsafe.
 */
final class PomSettings {
    private static final Pattern PROPERTY = Pattern.compile("<(surefoot\\.database\\.[\\w.]+)>");

    /** What makes nothing of a test's database different. */
    private static final Set<String> HARMLESS = Set.of("surefoot.database.directory", "surefoot.database.native");

    private PomSettings() {}

    /**
     * Names those that a test does without.
     *
     * @param project the directory of the POM; one without is a project of another kind
     * @param known whether a setting is given in a way that reaches the test
     * @return a sentence with the mend; empty if there are none
     */
    static Optional<String> missing(Path project, Predicate<String> known) {
        Path pom = project.resolve("pom.xml");
        if (!Files.isRegularFile(pom)) {
            return Optional.empty();
        }
        Set<String> missing = new TreeSet<>();
        try {
            PROPERTY.matcher(Files.readString(pom, StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1))
                    .filter(name -> !HARMLESS.contains(name) && !known.test(name))
                    .forEach(missing::add);
        } catch (IOException e) {
            // What cannot be read is no project's POM to anybody.
            return Optional.empty();
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(pom + " sets " + String.join(", ", missing)
                        + ", but that reaches only tests that a goal of Surefoot runs, and this one is run by an IDE, by plain"
                        + " Surefire or by plain Failsafe. Set the same in " + project.resolve("surefoot.properties")
                        + ", which these read, or run mvn test or mvn verify with Surefoot's goals.");
    }
}
