package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnClassesTest {
    @TempDir
    private Path root;

    private static MavenProject module(Path directory) {
        Model model = new Model();
        model.setBuild(new Build());
        model.getBuild().setDirectory(directory.toString());
        return new MavenProject(model);
    }

    private static Artifact artifact(String name, String type, String classifier, Path file) {
        Artifact artifact = new DefaultArtifact(
                "g", name, "1", "test", type, classifier.isEmpty() ? null : classifier, new DefaultArtifactHandler());
        artifact.setFile(file.toFile());
        return artifact;
    }

    @Test
    void directoriesModulesOfTheBuildAndJarsOfTestsWithWhatTheyTestAreTheProjects() throws IOException {
        MavenProject project = module(root.resolve("app/target"));
        Set<Artifact> artifacts = new LinkedHashSet<>(List.of(
                artifact("csv", "jar", "", root.resolve("repo/csv.jar")),
                artifact("csv", "test-jar", "tests", root.resolve("repo/csv-tests.jar")),
                artifact("io", "jar", "", root.resolve("repo/io.jar"))));
        project.setArtifacts(artifacts);
        Path extra = Files.createDirectories(root.resolve("extra"));

        OwnClasses own = OwnClasses.of(project, List.of(project, module(root.resolve("core/target"))));

        assertThat(List.of(
                        extra,
                        root.resolve("app/target/test-classes"),
                        root.resolve("core/target/core-1.jar"),
                        root.resolve("x/../repo/csv.jar"),
                        root.resolve("repo/csv-tests.jar")))
                .allMatch(own::contains);
        assertThat(List.of(root.resolve("repo/io.jar"), root.resolve("core/target-of-others/x.jar")))
                .noneMatch(own::contains);
    }
}
