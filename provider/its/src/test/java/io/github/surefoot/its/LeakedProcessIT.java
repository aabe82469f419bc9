package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A process that a test leaves behind keeps Surefire waiting: it is named while it does. */
class LeakedProcessIT {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(4);
    private static final Pattern PROCESS = Pattern.compile("process (\\d+)");
    private static final long A_LITTLE_NANOS = 20_000_000;

    @ParameterizedTest
    @OnProject("leaves-process")
    @CsvSource({"1, warn, held", "2, fail, broken"})
    void isNamedWhileTheBuildWaitsForIt(int rounds, String setting, String verdict, Project project) throws Exception {
        Path log = project.directory().resolveSibling("build-1.log");
        Process maven = project.maven()
                .start(
                        "test-compile",
                        project.surefoot("test"),
                        "-Dsurefoot.rounds=" + rounds,
                        "-Dsurefoot.leakedProcesses=" + setting);
        try {
            for (int round = 1; round <= rounds; round++) {
                int expected = round;
                await(maven, () -> named(log).size() >= expected);
                Path held = held(project, named(log).get(round - 1));
                assertThat(held).as("it runs while it is told of").exists();
                Files.delete(held);
            }
            assertThat(maven.waitFor(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } finally {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(project.directory(), "held-*")) {
                for (Path held : left) {
                    Files.delete(held);
                }
            }
            maven.destroyForcibly();
        }
        List<String> lines = Files.readAllLines(log);
        Build build = new Build(project.directory(), log, List.of(), maven.exitValue(), lines);
        assertThat(build.verdict().word()).as(build.tail()).isEqualTo(verdict);
        assertThat(build.exitCode() == 0).as(build.tail()).isEqualTo(verdict.equals("held"));
        assertThat(named(log)).hasSize(rounds).allSatisfy(line -> assertThat(line)
                .contains("it.LeavesProcessTest has left a process behind: process ")
                .contains("sh)"));
    }

    /** Returns the file for as long as which the process lives that a line tells of. */
    private static Path held(Project project, String line) {
        Matcher process = PROCESS.matcher(line);
        assertThat(process.find()).as(line).isTrue();
        return project.file("held-" + process.group(1));
    }

    private static List<String> named(Path log) throws Exception {
        return Files.exists(log)
                ? Files.readString(log)
                        .lines()
                        .filter(line -> line.contains("left a process behind"))
                        .toList()
                : List.of();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Process maven, Condition condition) throws Exception {
        long start = System.nanoTime();
        while (!condition.holds()) {
            if (!maven.isAlive() || System.nanoTime() - start > LONGEST_WAIT.toNanos()) {
                throw new AssertionError("The build ended, or hangs, before the process was named");
            }
            LockSupport.parkNanos(A_LITTLE_NANOS);
        }
    }
}
