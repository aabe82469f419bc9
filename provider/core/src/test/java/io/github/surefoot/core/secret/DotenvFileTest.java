package io.github.surefoot.core.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    private Map<String, String> assigned(String text) throws Exception {
        return DotenvFile.read(Files.writeString(file, text));
    }

    @Test
    void whatAFileAssignsIsRead() throws Exception {
        assertThat(DotenvFile.read(file)).containsExactly(Map.entry("API_KEY", "canary-canary"), Map.entry("X", "1"));
        assertThat(assigned(" a.b-C = some words  # not this\nEMPTY=\nNONE=#\nA=1\nA=2"))
                .containsExactly(
                        Map.entry("a.b-C", "some words"),
                        Map.entry("EMPTY", ""),
                        Map.entry("NONE", ""),
                        Map.entry("A", "2"));
    }

    @Test
    void quotesKeepWhatIsInThem() throws Exception {
        assertThat(
                        assigned(
                                "A=\"1 # '2' \\n\"  # not this\nB='\"3\" = #' # nor this\nPEM=\"-----\n# no comment\n\nend\"\nC=1\n"))
                .containsExactly(
                        Map.entry("A", "1 # '2' \\n"),
                        Map.entry("B", "'\"3\" = #'"),
                        Map.entry("PEM", "-----\n# no comment\n\nend"),
                        Map.entry("C", "1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "API_KEY=canary-canary\n\n=canary-canary\n",
                "A=1\nB=2\ncanary-canary\n",
                "A=1\nB=2\ncanary canary=1\nD=4",
                "A=\"1\n2\"\nB=\"canary\nnever closed",
                "# 1\n\nA=\"canary\" canary # closed too early"
            })
    void aMalformedLineIsToldByItsNumberAlone(String text) {
        assertThatExceptionOfType(SecretFaultException.class)
                .isThrownBy(() -> assigned(text))
                .withMessageStartingWith("surefoot.secrets.dotenv names " + file)
                .withMessageContaining("line 3 is not of the form NAME=value")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary"));
    }

    @Test
    void aFileThatIsNoTextIsOneClearError() throws Exception {
        Files.write(file, new byte[] {'A', '=', (byte) 0xff, (byte) 0xfe, '\n'});
        assertThatExceptionOfType(SecretFaultException.class)
                .isThrownBy(() -> DotenvFile.read(file))
                .withMessageContaining("cannot be read as UTF-8 text");
    }
}
