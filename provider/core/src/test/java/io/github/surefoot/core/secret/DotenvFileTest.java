package io.github.surefoot.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DotenvFileTest {
    @TempDir
    private Path directory;

    private Path file = Path.of("");

    @BeforeEach
    void write() throws Exception {
        file = Files.writeString(directory.resolve(".env"), "# for tests\n\nAPI_KEY=canary-canary\nexport X=1\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private void git(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = "git";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void aPrivateFileOutsideARepositoryIsFine() throws Exception {
        assertThat(DotenvFile.check(file)).isEmpty();
    }

    @Test
    void aFileThatOthersMayReadIsWarnedOf() throws Exception {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(DotenvFile.check(file))
                .singleElement()
                .asString()
                .contains("rw-r-----")
                .endsWith("chmod 600 " + file);
    }

    @Test
    void aFileThatGitDoesNotTrackIsFine() throws Exception {
        git("init", "-q");
        assertThat(DotenvFile.check(file)).isEmpty();
    }

    @Test
    void aTrackedFileIsRefused() throws Exception {
        git("init", "-q");
        git("add", ".env");
        assertThatExceptionOfType(SecretFaultException.class)
                .isThrownBy(() -> DotenvFile.check(file))
                .withMessageContaining("is tracked by git")
                .withMessageContaining("git rm --cached .env");
    }

    @Test
    void whereGitCannotTellItIsWarnedOf() throws Exception {
        Files.writeString(directory.resolve(".git"), "not a repository");
        assertThat(DotenvFile.check(file)).singleElement().asString().contains("could not be checked");
    }

    @Test
    void aMissingFileIsOneClearError() {
        assertThatExceptionOfType(SecretFaultException.class)
                .isThrownBy(() -> DotenvFile.check(directory.resolve("other")))
                .withMessageStartingWith("surefoot.secrets.dotenv names ");
    }

    @Test
    void aMalformedLineIsToldByItsNumber() throws Exception {
        assertThat(DotenvFile.malformedLine(file)).isEqualTo("one line");
        Files.writeString(file, "API_KEY=canary-canary\n\n=canary-canary\n");
        assertThat(DotenvFile.malformedLine(file)).isEqualTo("line 3");
        Files.write(file, new byte[] {'A', '=', (byte) 0xff, (byte) 0xfe, '\n'});
        assertThatExceptionOfType(SecretFaultException.class)
                .isThrownBy(() -> DotenvFile.malformedLine(file))
                .withMessageContaining("cannot be read as UTF-8 text");
    }
}
