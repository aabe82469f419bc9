package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the jars that meet the users' own class path bring with them: nothing that could be there already. */
class ShippedJarsIT {
    private static final String PROVIDERS = "META-INF/services/org.apache.maven.surefire.api.provider.SurefireProvider";

    @ParameterizedTest
    @ValueSource(strings = {"surefoot-core", "surefoot-surefire-provider", "surefoot-worker"})
    void haveClassesOfTheirOwnOnly(String artifact) throws IOException {
        try (JarFile jar = new JarFile(file(artifact, ".jar").toFile())) {
            List<String> classes = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class"))
                    .toList();
            assertThat(classes).isNotEmpty().allMatch(name -> name.startsWith("io/github/surefoot/"));
        }
    }

    /** Surefire runs every provider it finds: a second one would run each test twice. */
    @Test
    void theProviderIsTheOnlyOne() throws IOException {
        try (JarFile jar =
                new JarFile(file("surefoot-surefire-provider", ".jar").toFile())) {
            JarEntry services = jar.getJarEntry(PROVIDERS);
            String entries = new String(jar.getInputStream(services).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(entries.lines().filter(line -> !line.isBlank()))
                    .containsExactly("io.github.surefoot.surefire.SurefootProvider");
        }
    }

    /** A JVM that renews classes takes the provider for its agent, before it has any class path. */
    @Test
    void theProviderIsTheAgentOfRenewal() throws IOException {
        try (JarFile jar =
                new JarFile(file("surefoot-surefire-provider", ".jar").toFile())) {
            String agent = jar.getManifest().getMainAttributes().getValue("Premain-Class");
            assertThat(agent).isNotNull();
            assertThat(jar.getJarEntry(agent.replace('.', '/') + ".class")).isNotNull();
        }
    }

    /** The launcher has to be the one of the project's own JUnit; whoever starts Surefire chooses it. */
    @Test
    void theProviderBringsNoJUnit() throws IOException {
        String pom = Files.readString(file("surefoot-surefire-provider", ".pom"));
        for (String dependency : pom.split("<dependency>", -1)) {
            if (dependency.contains("<groupId>org.junit") || dependency.contains("<artifactId>surefire-")) {
                assertThat(dependency).containsPattern("<scope>(provided|test)</scope>|<optional>true</optional>");
            }
        }
    }

    private static Path file(String artifact, String suffix) {
        Workspace workspace = Workspace.get();
        String version = workspace.surefootVersion();
        return workspace
                .repository()
                .resolve("io/github/surefoot")
                .resolve(artifact)
                .resolve(version)
                .resolve(artifact + '-' + version + suffix);
    }
}
