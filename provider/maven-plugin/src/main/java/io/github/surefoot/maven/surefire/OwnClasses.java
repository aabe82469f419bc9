package io.github.surefoot.maven.surefire;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/**
 * What of the class path of a project's tests is the project's own, and not a library: directories of classes, what the
 * modules of the same build have packed, and jars of tests together with what they test.
 *
 * @param modules the directories in which the modules of this build leave what they build
 * @param jars jars of tests, and what they test
 */
record OwnClasses(Set<Path> modules, Set<Path> jars) {
    private static final String TESTS = "tests";

    static OwnClasses of(MavenProject project, List<MavenProject> reactor) {
        Set<String> tested = project.getArtifacts().stream()
                .filter(OwnClasses::isOfTests)
                .map(OwnClasses::name)
                .collect(Collectors.toSet());
        Set<Path> jars = new HashSet<>();
        for (Artifact artifact : project.getArtifacts()) {
            if (tested.contains(name(artifact)) && artifact.getFile() != null) {
                jars.add(normal(artifact.getFile().toPath()));
            }
        }
        Set<Path> modules = reactor.stream()
                .map(module -> module.getBuild().getDirectory())
                .map(directory -> normal(Path.of(directory)))
                .collect(Collectors.toSet());
        return new OwnClasses(modules, jars);
    }

    private static boolean isOfTests(Artifact artifact) {
        return "test-jar".equals(artifact.getType()) || TESTS.equals(artifact.getClassifier());
    }

    private static String name(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId();
    }

    private static Path normal(Path path) {
        return path.toAbsolutePath().normalize();
    }

    boolean contains(Path entry) {
        Path path = normal(entry);
        return Files.isDirectory(path)
                || jars.contains(path)
                || modules.stream().anyMatch(path::startsWith);
    }
}
