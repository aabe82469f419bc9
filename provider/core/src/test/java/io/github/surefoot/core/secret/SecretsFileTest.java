package io.github.surefoot.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsFileTest {
    private static final SecretSet SET = SecretSet.of(List.of(Values.API_KEY, Values.JWT, Values.MADE));

    @TempDir
    private Path directory;

    private final Map<String, String> environment = new HashMap<>(Map.of("API_KEY", Values.API_KEY.value()));

    private Path write() throws IOException {
        Path file = directory.resolve("secrets");
        SecretsFile.write(file, SET);
        return file;
    }

    private ThrowableAssertAlternative<SecretFaultException> refused(Path file) {
        return assertThatExceptionOfType(SecretFaultException.class)
                .isThrownBy(() -> SecretsFile.read(file, environment::get))
                .satisfies(e -> assertThat(SET.redactor().finds(e.toString())).isFalse());
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        SecretSet read = SecretsFile.read(write(), environment::get);
        assertThat(read.secrets()).containsExactlyElementsOf(SET.secrets());
        assertThat(read.fingerprint()).isEqualTo(SET.fingerprint()).matches("[0-9a-f]{16}");
        assertThat(read.names()).containsExactly("API_KEY", "JWT_SECRET_KEY", "JWT_ENCRYPTION_KEY");
        assertThat(read.find("JWT_SECRET_KEY")).contains(Values.JWT);
        assertThat(read.find("OTHER")).isEmpty();
    }

    @Test
    void itsOwnerAloneMayReadIt() throws IOException {
        assertThat(Files.getPosixFilePermissions(write())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void whatWorkersInheritIsNotInIt() throws IOException {
        String text = Files.readString(write());
        assertThat(text)
                .doesNotContain(Values.API_KEY.value())
                .doesNotContain(Base64.getEncoder()
                        .encodeToString(Values.API_KEY.value().getBytes(StandardCharsets.UTF_8)));
        assertThat(text)
                .contains(Base64.getEncoder().encodeToString(Values.JWT.value().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anExistingFileIsNotOverwritten() throws IOException {
        Path file = write();
        assertThatThrownBy(() -> SecretsFile.write(file, SET)).isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void theSameValuesHaveAnotherFingerprintInAnotherRun() {
        assertThat(SecretSet.of(SET.secrets()).fingerprint()).isNotEqualTo(SET.fingerprint());
    }

    @Test
    void aWorkerWithoutAnInheritedSecretStopsByName() throws IOException {
        Path file = write();
        environment.clear();
        refused(file)
                .withMessageContaining("API_KEY is in Maven's environment, but not in this worker's")
                .withMessageContaining("excludedEnvironmentVariables");
    }

    @Test
    void aWorkerWithAnotherValueStopsByName() throws IOException {
        Path file = write();
        environment.put("API_KEY", "another value");
        environment.put("JWT_SECRET_KEY", "another value");
        refused(file)
                .withMessageContaining(
                        "API_KEY has another value in this worker's environment than Maven holds" + " (environment)")
                .withMessageContaining("JWT_SECRET_KEY has another value in this worker's environment than Maven holds"
                        + " (settings.xml)")
                .satisfies(e -> assertThat(e.getMessage())
                        .doesNotContain("another value " + "another")
                        .doesNotContain("JWT_ENCRYPTION_KEY"));
    }

    @Test
    void anEmptyVariableCountsAsNotThere() throws Exception {
        Path file = write();
        environment.put("JWT_SECRET_KEY", "");
        assertThat(SecretsFile.read(file, environment::get).secrets()).containsExactlyElementsOf(SET.secrets());
        environment.put("API_KEY", " ");
        refused(file).withMessageContaining("API_KEY is in Maven's environment, but not in this worker's");
    }

    @Test
    void aChangedValueInTheFileIsNoticed() throws IOException {
        Path file = write();
        String line = Base64.getEncoder().encodeToString(Values.JWT.value().getBytes(StandardCharsets.UTF_8));
        Files.writeString(file, Files.readString(file).replace(line, line.replace('M', 'N')));
        refused(file).withMessageContaining("JWT_SECRET_KEY has another value");
    }

    @Test
    void aFileThatOthersMayReadIsRefused() throws IOException {
        Path file = write();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        refused(file).withMessageContaining("has the permissions rw-r--r--");
    }

    @Test
    void cutAtAnyByteItIsRefused() throws IOException {
        Path file = write();
        String whole = Files.readString(file);
        for (int length = 0; length < whole.length() - 1; length += 7) {
            Files.writeString(file, whole.substring(0, length));
            refused(file).withMessageContaining("is not whole");
        }
    }

    @Test
    void aFileOfAnotherKindOrVersionIsRefused() throws IOException {
        Path file = write();
        String whole = Files.readString(file);
        Files.writeString(file, whole.replace("surefoot-secrets\t1", "surefoot-secrets\t2"));
        refused(file).withMessageContaining("format 2 cannot be read by this worker (format 1)");
        Files.writeString(file, "milk\neggs\nend\n");
        refused(file).withMessageContaining("is no secrets file of Surefoot");
        Files.writeString(file, whole.replace("settings.xml\t", ""));
        refused(file).withMessageContaining("is damaged");
    }

    @Test
    void aMissingFileIsOneClearError() {
        refused(directory.resolve("gone")).withMessageContaining("is gone");
        refused(directory.resolve(".")).withMessageContaining("permissions");
    }
}
