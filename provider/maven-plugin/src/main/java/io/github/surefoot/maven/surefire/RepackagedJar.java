package io.github.surefoot.maven.surefire;

import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A jar that Spring Boot has packed anew, so that the classes in it are where no test finds them. */
final class RepackagedJar {
    private static final String CLASSES = "BOOT-INF/classes/";

    private RepackagedJar() {}

    /**
     * Looks at what Failsafe runs integration tests against.
     *
     * @param artifact the module's jar; null if it has none yet
     * @return a sentence with the mend; empty if there is nothing to mend
     */
    static Optional<String> warning(@Nullable File artifact) {
        if (artifact == null || !artifact.isFile() || !artifact.getName().endsWith(".jar")) {
            return Optional.empty();
        }
        try (ZipFile zip = new ZipFile(artifact)) {
            if (zip.getEntry(CLASSES) == null) {
                return Optional.empty();
            }
        } catch (IOException e) {
            // Failsafe says better what is wrong with it.
            return Optional.empty();
        }
        return Optional.of(
                "Failsafe runs integration tests against " + artifact + ", which Spring Boot has repackaged: its"
                        + " classes are in " + CLASSES + ", where no test finds them. Set"
                        + " <classesDirectory>${project.build.outputDirectory}</classesDirectory> in Failsafe's configuration, or"
                        + " give the goal repackage a classifier.");
    }
}
