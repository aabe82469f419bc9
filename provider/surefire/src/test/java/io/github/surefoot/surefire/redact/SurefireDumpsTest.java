package io.github.surefoot.surefire.redact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurefireDumpsTest {
    private static final String VALUE = "canary-5f0c-1d2e";

    @TempDir
    private Path reports;

    private final Redactor redactor = Redactor.of(List.of(new Secret("API_KEY", SecretSource.ENVIRONMENT, VALUE)));

    @Test
    void valuesAreMaskedInDumpsAlone() throws IOException {
        Path dump = Files.writeString(reports.resolve("jvmRun1.dump"), "thread \"worker of " + VALUE + "\"");
        Path stream = Files.writeString(reports.resolve("jvmRun1.dumpstream"), VALUE);
        Path other = Files.writeString(reports.resolve("notes.txt"), VALUE);
        new SurefireDumps(reports, redactor).mask();
        assertThat(dump).hasContent("thread \"worker of ***API_KEY***\"");
        assertThat(stream).hasContent("***API_KEY***");
        assertThat(other).hasContent(VALUE);
    }

    @Test
    void withoutSecretsOrWithoutDumpsNothingIsTouched() throws IOException {
        Path dump = Files.writeString(reports.resolve("jvmRun1.dump"), VALUE);
        new SurefireDumps(reports, Redactor.none()).mask();
        new SurefireDumps(reports.resolve("none"), redactor).mask();
        assertThat(dump).hasContent(VALUE);
    }
}
