package io.github.surefoot.maven.classdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asks the {@code java} command itself. */
class ArgumentFileTest {
    @TempDir
    private Path directory;

    private String java(List<String> arguments) throws IOException, InterruptedException {
        Path file = directory.resolve("with space.args");
        ArgumentFile.write(file, arguments);
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + file,
                        "-XshowSettings:properties",
                        "-version")
                .redirectErrorStream(true)
                .start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(printed).isZero();
        return printed;
    }

    @Test
    void everyCharacterArrives() throws Exception {
        String odd = "a b\\c\\\\d\"e'f#g$h@i*j";

        assertThat(java(List.of("-Dodd=" + odd, "-Dafter=yes")))
                .contains("odd = " + odd)
                .contains("after = yes");
    }

    @Test
    void whatFileNamesCanSayIsSaid() {
        assertThat(ArgumentFile.canSay("/plain/ascii.jar")).isTrue();
        assertThat(ArgumentFile.canSay("/ü.jar"))
                .isEqualTo(System.getProperty("sun.jnu.encoding").equals("UTF-8"));
    }

    @Test
    void anEmptyOneIsNoArgument() throws Exception {
        assertThat(java(List.of())).contains("java.home = ");
    }
}
