package io.github.surefoot.surefire.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junitpioneer.jupiter.SetSystemProperty;

class DrawnSeedTest {
    private static final String KEY = "junit.jupiter.execution.order.random.seed";

    @TempDir
    private Path project;

    private final Map<String, String> parameters = new HashMap<>();

    private void apply() throws Exception {
        try (URLClassLoader tests =
                new URLClassLoader(new URL[] {project.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            new DrawnSeed(7, tests).apply(parameters);
        }
    }

    @Test
    void eachDrawsItsOwn() throws Exception {
        apply();

        assertThat(parameters).containsEntry(KEY, "7");
        ClassLoader tests = getClass().getClassLoader();
        assertThat(DrawnSeed.draw(tests).seed())
                .isNotEqualTo(DrawnSeed.draw(tests).seed());
    }

    @Test
    void whatSurefireIsGivenStays() throws Exception {
        parameters.put(KEY, "42");

        apply();

        assertThat(parameters).containsEntry(KEY, "42");
    }

    @Test
    void whatTheProjectsFileSaysStays() throws Exception {
        Files.writeString(project.resolve("junit-platform.properties"), KEY + "=42\n");

        apply();

        assertThat(parameters).isEmpty();
    }

    @Test
    @SetSystemProperty(key = KEY, value = "42")
    void whatTheJvmIsToldStays() throws Exception {
        apply();

        assertThat(parameters).isEmpty();
    }
}
