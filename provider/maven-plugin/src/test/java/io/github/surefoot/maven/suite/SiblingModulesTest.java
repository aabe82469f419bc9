package io.github.surefoot.maven.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiblingModulesTest {
    @TempDir
    private Path root;

    private MavenProject app;
    private MavenProject lib;
    private Path jar;

    @BeforeEach
    void twoModules() throws IOException {
        app = module("app");
        lib = module("lib");
        jar = Files.writeString(root.resolve("lib-1.jar"), "old");
        Artifact artifact =
                new DefaultArtifact("shop", "lib", "1", "compile", "jar", null, new DefaultArtifactHandler("jar"));
        artifact.setFile(jar.toFile());
        Artifact other =
                new DefaultArtifact("else", "other", "2", "compile", "jar", null, new DefaultArtifactHandler("jar"));
        other.setFile(jar.toFile());
        app.setArtifacts(Set.of(artifact, other));
        Dependency dependency = new Dependency();
        dependency.setGroupId("shop");
        dependency.setArtifactId("lib");
        dependency.setVersion("1");
        app.getModel().addDependency(dependency);
    }

    private MavenProject module(String name) {
        MavenProject module = new MavenProject();
        module.setGroupId("shop");
        module.setArtifactId(name);
        module.setVersion("1");
        Build build = new Build();
        build.setDirectory(root.resolve(name).resolve("target").toString());
        Resource resource = new Resource();
        resource.setDirectory(root.resolve(name).resolve("res").toString());
        build.addResource(resource);
        module.getModel().setBuild(build);
        module.addCompileSourceRoot(root.resolve(name).resolve("src").toString());
        module.addCompileSourceRoot(
                root.resolve(name).resolve("target").resolve("generated").toString());
        module.addTestCompileSourceRoot(root.resolve(name).resolve("test").toString());
        return module;
    }

    @Test
    void aModuleThatIsCompiledIsPartOfTheSuiteByItsSources() throws IOException {
        SiblingModules siblings = new SiblingModules(app, List.of(lib, app), List.of(lib, app));
        assertThat(siblings.roots())
                .extracting(SuiteRoot::directory)
                .containsExactly(
                        root.resolve("lib").resolve("src"), root.resolve("lib").resolve("res"));
        assertThat(siblings.jars()).isEmpty();
        assertThat(siblings.stale()).isEmpty();
        assertThat(siblings.any()).isTrue();
    }

    @Test
    void aModuleThatIsNotIsByTheJarOfAnEarlierBuild() throws IOException {
        SiblingModules siblings = new SiblingModules(app, List.of(app), List.of(lib, app));
        assertThat(siblings.roots()).isEmpty();
        String before = siblings.jars().get("shop:lib");
        assertThat(before).startsWith("1 ");
        Files.writeString(jar, "new");
        assertThat(siblings.jars().get("shop:lib")).isNotEqualTo(before);
        assertThat(siblings.stale())
                .contains("lib, a module of this build, is not part of it now: its code would be that of " + jar
                        + ". Add -am, which compiles what the module needs.");
    }

    @Test
    void whatIsNoModuleOfThisBuildIsADependency() throws IOException {
        SiblingModules siblings = new SiblingModules(app, List.of(app), List.of(app));
        assertThat(siblings.jars()).isEmpty();
        assertThat(siblings.any()).isFalse();
        assertThat(siblings.stale()).isEmpty();
    }

    @Test
    void testsOfAModuleCountWhereTheyAreUsed() {
        assertThat(SiblingModules.roots(lib, true))
                .extracting(SuiteRoot::directory)
                .contains(root.resolve("lib").resolve("test"))
                .doesNotContain(root.resolve("lib").resolve("target").resolve("generated"));
    }
}
