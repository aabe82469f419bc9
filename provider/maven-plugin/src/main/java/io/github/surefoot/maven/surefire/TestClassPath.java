package io.github.surefoot.maven.surefire;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private static boolean hasModule(String classes) {
        return Files.exists(Path.of(classes, "module-info.class"));
    }
}
