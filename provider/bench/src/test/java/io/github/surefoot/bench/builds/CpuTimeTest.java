package io.github.surefoot.bench.builds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CpuTimeTest {
    private static final String BUSY = "i=0; while [ $i -lt 200000 ]; do i=$((i+1)); done; exit 7";

    @Test
    void addsUpWhatChildrenTookInTheirOwnCodeAndInTheSystem() {
        String stat = "4711 (java) S 1 4711 4711 0 -1 4194304 9 8 7 6 1111 2222 345 67 20 0 30 0 99 100 200";

        assertThat(CpuTime.ofChildren(stat)).isEqualTo(Duration.ofMillis(4_120));
    }

    @Test
    void aCommandsNameMayLookLikeTheFieldsBehindIt() {
        String stat = "4711 (a) R 1 (b) S 1 4711 4711 0 -1 4194304 9 8 7 6 1111 2222 1 2 20 0 30 0 99 100 200";

        assertThat(CpuTime.ofChildren(stat)).isEqualTo(Duration.ofMillis(30));
    }

    @Test
    void whatAChildsChildTookIsInIt() throws IOException, InterruptedException {
        Duration before = CpuTime.ofChildren().orElse(Duration.ZERO);
        assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "no /proc here to tell");

        // As the last command it might replace the shell, and be no child's child.
        int exitCode = run("sh", "-c", "sh -c '" + BUSY + "'; exit $?").exitValue();

        assertThat(exitCode).isEqualTo(7);
        assertThat(CpuTime.ofChildren())
                .hasValueSatisfying(after -> assertThat(after).isGreaterThan(before));
    }

    @Test
    void aTickIsWhatTheSystemSaysItIs() throws IOException, InterruptedException {
        assumeTrue(Files.isReadable(Path.of("/proc/self/stat")), "no /proc here whose ticks matter");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/getconf")), "no getconf here to ask");

        Process getconf = run("/usr/bin/getconf", "CLK_TCK");

        assertThat(new String(getconf.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                .isEqualToIgnoringNewLines(String.valueOf(CpuTime.TICKS_PER_SECOND));
    }

    private static Process run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        process.waitFor();
        return process;
    }
}
