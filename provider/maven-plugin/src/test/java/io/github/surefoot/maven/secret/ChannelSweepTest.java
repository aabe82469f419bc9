package io.github.surefoot.maven.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChannelSweepTest {
    @TempDir
    private Path base;

    /** Stands for a build: holds a channel directory until it is killed. */
    static final class Build {
        private Build() {}

        public static void main(String[] arguments) throws Exception {
            try (ChannelDirectory directory = ChannelDirectory.create(Path.of(arguments[0]))) {
                Files.writeString(directory.resolve("secrets"), "canary");
                Files.createFile(Path.of(arguments[1]));
                System.in.read();
            }
        }
    }

    private Process build() throws Exception {
        Path ready = base.resolve("ready-" + System.nanoTime());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Build.class.getName(),
                        base.toString(),
                        ready.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        while (!Files.exists(ready)) {
            assertThat(process.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        return process;
    }

    private List<Path> directories() {
        try (Stream<Path> files = Files.list(base)) {
            return files.filter(Files::isDirectory).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatAKilledBuildLeftIsDeletedAndALivingBuildIsLeftAlone() throws Exception {
        Process killed = build();
        Process living = build();
        try (ChannelDirectory own = ChannelDirectory.create(base)) {
            Files.writeString(own.resolve("secrets"), "canary");
            killed.destroyForcibly().waitFor();
            assertThat(directories()).hasSize(3);
            assertThat(ChannelSweep.sweep(base, base)).hasSize(1);
            assertThat(directories()).hasSize(2);
            assertThat(ChannelSweep.sweep(base, base)).isEmpty();
            assertThat(own.resolve("secrets")).exists();
        } finally {
            living.destroyForcibly().waitFor();
        }
        assertThat(ChannelSweep.sweep(base, base)).hasSize(1);
        assertThat(directories()).isEmpty();
    }

    @Test
    void aBuildThatIsToldToStopTakesItsFileAway() throws Exception {
        Process stopped = build();
        assertThat(directories()).hasSize(1);
        stopped.toHandle().destroy();
        stopped.waitFor();
        assertThat(directories()).isEmpty();
    }

    @Test
    void aBuildKilledBeforeItHeldTheLockLeavesNothingEither() throws Exception {
        Process gone = build();
        gone.destroyForcibly().waitFor();
        ChannelSweep.sweep(base, base);
        Path unfinished = Files.createDirectory(base.resolve("surefoot-unlocked-" + gone.pid() + "-1"));
        Path ofTheLiving = Files.createDirectory(base.resolve("surefoot-unlocked-"
                + ProcessHandle.current().parent().orElseThrow().pid() + "-1"));
        Path other = Files.createDirectory(base.resolve("surefoot-other"));
        assertThat(ChannelSweep.sweep(base, base)).containsExactly(unfinished);
        assertThat(ofTheLiving).exists();
        assertThat(other).exists();
    }
}
