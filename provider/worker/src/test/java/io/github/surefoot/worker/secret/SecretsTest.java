package io.github.surefoot.worker.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.surefoot.core.resource.WorkerResource;
import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretFaultException;
import io.github.surefoot.core.secret.SecretSet;
import io.github.surefoot.core.secret.SecretSource;
import io.github.surefoot.core.secret.SecretsFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path directory;

    private final SecretsResource resource = new SecretsResource();

    private void open(Secret... secrets) throws Exception {
        Path file = directory.resolve("secrets");
        SecretsFile.write(file, SecretSet.of(List.of(secrets)));
        resource.open(new FakeContext(Map.of(SecretsFile.SETTING, file.toString())));
    }

    @AfterEach
    void close() {
        resource.close(Duration.ofSeconds(1));
    }

    @Test
    void theProviderFindsIt() {
        assertThat(ServiceLoader.load(WorkerResource.class))
                .filteredOn(found -> found.name().equals("secrets"))
                .hasOnlyElementsOfType(SecretsResource.class)
                .hasSize(1);
    }

    @Test
    void whatMavenHoldsIsHeldHere() throws Exception {
        open(new Secret("API_KEY", SecretSource.SETTINGS, "canary-canary"));
        assertThat(Secrets.get("API_KEY")).isEqualTo("canary-canary");
        assertThat(Secrets.source("API_KEY")).contains("settings.xml");
        assertThat(Secrets.find("OTHER")).isEmpty();
    }

    @Test
    void whatIsNotDeclaredIsOneClearError() throws Exception {
        open(new Secret("API_KEY", SecretSource.SETTINGS, "canary-canary"));
        assertThatExceptionOfType(SecretUnavailableException.class)
                .isThrownBy(() -> Secrets.get("OTHER"))
                .withMessage("OTHER is not held. Declared are API_KEY: add OTHER to surefoot.secrets in the POM.");
    }

    @Test
    void withoutDeclaredSecretsTheErrorSaysHowToDeclareOne() throws Exception {
        resource.open(new FakeContext(Map.of()));
        assertThatExceptionOfType(SecretUnavailableException.class)
                .isThrownBy(() -> Secrets.get("API_KEY"))
                .withMessageContaining("<surefoot.secrets>API_KEY</surefoot.secrets>");
    }

    @Test
    void aWorkerThatLacksAnInheritedSecretDoesNotStart() {
        assertThatExceptionOfType(SecretFaultException.class)
                .isThrownBy(() -> open(new Secret("SUREFOOT_NOT_SET", SecretSource.ENVIRONMENT, "canary-canary")))
                .withMessageContaining("SUREFOOT_NOT_SET is in Maven's environment, but not in this worker's")
                .satisfies(e -> assertThat(e.toString()).doesNotContain("canary"));
    }

    @Test
    void withoutMavenTheErrorNamesTheWaysThatAreLeft() {
        assertThatExceptionOfType(SecretUnavailableException.class)
                .isThrownBy(() -> Secrets.get("SUREFOOT_NOT_SET"))
                .withMessageContaining("not started by Maven")
                .withMessageContaining("settings.xml is out of reach");
    }
}
