package io.github.surefoot.worker.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSupplyTest {
    @TempDir
    private Path project;

    private final Map<String, String> environment = new HashMap<>();
    private final Properties system = new Properties();

    @BeforeEach
    void write() throws IOException {
        Files.writeString(project.resolve(".env"), "API_KEY=canary-of-dotenv\nSHORT=canary\n");
        Files.writeString(
                project.resolve("surefoot.properties"),
                "surefoot.secrets.dotenv=.env\nsurefoot.secrets.generate=MADE, ALSO\n");
    }

    private LocalSupply supply() throws IOException {
        Path module = Files.createDirectories(project.resolve("module/src"));
        return new LocalSupply(environment::get, LocalSettings.from(module, system));
    }

    @Test
    void theEnvironmentGoesFirst() throws IOException {
        environment.put("API_KEY", "canary-of-environment");
        assertThat(supply().find("API_KEY"))
                .contains(new Secret("API_KEY", SecretSource.ENVIRONMENT, "canary-of-environment"));
    }

    @Test
    void thenTheDotenvFileThatTheProjectNames() throws IOException {
        environment.put("API_KEY", "");
        assertThat(supply().find("API_KEY")).contains(new Secret("API_KEY", SecretSource.DOTENV, "canary-of-dotenv"));
    }

    @Test
    void thenOneIsMadeIfTheProjectAllowsIt() throws IOException {
        LocalSupply supply = supply();
        assertThat(supply.find("MADE").orElseThrow().source()).isEqualTo(SecretSource.GENERATED);
        assertThat(supply.find("MADE")).isEqualTo(supply.find("MADE"));
        assertThat(supply.find("MADE")).isNotEqualTo(supply().find("MADE"));
        assertThat(supply.find("OTHER")).isEmpty();
        system.setProperty("surefoot.secrets.generate", "true");
        assertThat(supply.find("ANY")).isPresent();
    }

    @Test
    void aShortValueIsRefused() throws IOException {
        LocalSupply supply = supply();
        assertThatExceptionOfType(SecretUnavailableException.class)
                .isThrownBy(() -> supply.find("SHORT"))
                .withMessageContaining("SHORT (dotenv) has fewer than 8 characters");
    }

    @Test
    void aMissingOrMalformedDotenvFileIsOneClearError() throws IOException {
        Files.writeString(project.resolve(".env"), "no assignment: canary\n");
        assertThatExceptionOfType(SecretUnavailableException.class)
                .isThrownBy(this::supply)
                .withMessageContaining("line 1 is not of the form NAME=value")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("canary"));
        Files.delete(project.resolve(".env"));
        assertThatExceptionOfType(SecretUnavailableException.class)
                .isThrownBy(this::supply)
                .withMessageContaining("which is no file");
    }

    @Test
    void anUnreadableSettingsFileIsOneClearError() throws IOException {
        Files.writeString(project.resolve("surefoot.properties"), "a=\\u00zz");
        assertThatExceptionOfType(SecretUnavailableException.class)
                .isThrownBy(this::supply)
                .withMessageContaining("surefoot.properties cannot be read");
    }

    @Test
    void withoutSettingsTheAdviceNamesTheFileToWrite() throws IOException {
        Files.delete(project.resolve("surefoot.properties"));
        assertThat(supply().find("MADE")).isEmpty();
        assertThat(supply().advice("MADE"))
                .contains("surefoot.secrets.generate=MADE in the same surefoot.properties")
                .contains(project.resolve("module/src/surefoot.properties").toString());
    }
}
