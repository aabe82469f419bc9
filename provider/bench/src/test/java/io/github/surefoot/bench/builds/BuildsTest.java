package io.github.surefoot.bench.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildsTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path room;

    @Test
    void aDirectoryThatIsNoProjectIsMisuse() throws IOException, InterruptedException {
        assertThat(run("--directory", room.toString())).isEqualTo(2);

        assertThat(lines())
                .startsWith(
                        "--directory is '" + room + "', but must be the root of a Maven project: it has no pom.xml.")
                .anyMatch(line -> line.startsWith("  --directory "));
    }

    @Test
    void whoAsksForHelpGetsIt() throws IOException, InterruptedException {
        assertThat(run("--help")).isZero();

        assertThat(lines()).isEqualTo(CommandLine.usage());
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        return Builds.run(
                List.of(arguments), new BuildsConsole(new PrintStream(printed, true, StandardCharsets.UTF_8)));
    }

    private List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
