package io.github.surefoot.its.harness;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where everything is: told by the build through system properties.
 *
 * @param projects the projects as they are in the source tree
 * @param directory where copies are made
 * @param repository the local repository of the real Mavens; holds this build's own artefacts
 * @param outerRepository the local repository of the build itself: a source of what it already downloaded
 * @param mavenHome the Maven that runs the build
 * @param versions what fixtures mean by {@code @surefoot.version@} and the like
 */
public record Workspace(
        Path projects,
        Path directory,
        Path repository,
        Path outerRepository,
        Path mavenHome,
        Map<String, String> versions) {

    /**
     * Returns the workspace of this build.
     *
     * @throws IllegalStateException if the tests were not started by Maven
     */
    public static Workspace get() {
        return new Workspace(
                path("its.projects"),
                path("its.workspace"),
                path("its.repository"),
                path("its.outerRepository"),
                path("its.mavenHome"),
                Map.of(
                        "surefoot.version", required("its.surefootVersion"),
                        "surefire.version", required("its.surefireVersion")));
    }

    /** Returns the version of Surefoot under test. */
    public String surefootVersion() {
        return versions.getOrDefault("surefoot.version", "");
    }

    /** Returns the version of Surefire that Surefoot runs. */
    public String surefireVersion() {
        return versions.getOrDefault("surefire.version", "");
    }

    private static Path path(String property) {
        return Path.of(required(property)).toAbsolutePath().normalize();
    }

    private static String required(String property) {
        String value = System.getProperty(property, "");
        if (value.isBlank()) {
            throw new IllegalStateException("The system property " + property
                    + " is not set. Run these tests with Maven: mvn verify -pl provider/its -am");
        }
        return value;
    }
}
