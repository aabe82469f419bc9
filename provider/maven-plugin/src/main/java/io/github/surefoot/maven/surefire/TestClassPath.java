package io.github.surefoot.maven.surefire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/**
 * What a project's tests are run with.
 *
 * @param project of which Maven has resolved the dependencies
 */
record TestClassPath(MavenProject project) {

    /** Returns the versions of the artefacts on it, by {@code groupId:artifactId}. */
    Map<String, String> versions() {
        Map<String, String> result = new LinkedHashMap<>();
        for (Artifact artifact : project.getArtifacts()) {
            result.put(artifact.getGroupId() + ":" + artifact.getArtifactId(), artifact.getBaseVersion());
        }
        return result;
    }

    /** Tells whether the tests run on a module path. */
    boolean isModular() {
        return hasModule(project.getBuild().getOutputDirectory()) || testsAreAModule();
    }

    /** Tells whether the tests are a module of their own. */
    boolean testsAreAModule() {
        return hasModule(project.getBuild().getTestOutputDirectory());
    }

    /**
     * Tells whether a service is found on it; so if a jar cannot be read, or nobody has asked for the dependencies.
     *
     * @param except an artefact whose services do not count
     */
    boolean hasService(String service, String except) {
        String file = "META-INF/services/" + service;
        boolean own = Stream.of(
                        project.getBuild().getOutputDirectory(),
                        project.getBuild().getTestOutputDirectory())
                .anyMatch(classes -> Files.exists(Path.of(classes, file)));
        return own
                || project.getArtifacts().isEmpty()
                || project.getArtifacts().stream()
                        .filter(artifact -> !except.equals(artifact.getGroupId() + ":" + artifact.getArtifactId()))
                        .anyMatch(artifact -> artifact.getFile() != null
                                && contains(artifact.getFile().toPath(), file));
    }

    private static boolean contains(Path library, String file) {
        if (Files.isDirectory(library)) {
            return Files.exists(library.resolve(file));
        }
        try (ZipFile zip = new ZipFile(library.toFile())) {
            return zip.getEntry(file) != null;
        } catch (IOException e) {
            return true;
        }
    }

    private static boolean hasModule(String classes) {
        return Files.exists(Path.of(classes, "module-info.class"));
    }
}
