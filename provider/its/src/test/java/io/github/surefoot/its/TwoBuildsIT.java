package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Two Mavens in one checkout, as of a person in a terminal and an IDE. */
class TwoBuildsIT {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(4);
    private static final long A_LITTLE_NANOS = 20_000_000;

    @Test
    @OnProject("waits")
    void theSecondIsToldOfTheFirstAndGoesOnWhenItHasEnded(Project project) throws Exception {
        Process first = project.maven().start("test-compile", project.surefoot("test"), "-Dsurefoot.rounds=2");
        try {
            await(first, () -> Files.exists(project.file("runs")));
            Process second = project.maven().start(project.surefoot("test"), "-Dsurefoot.rounds=3");
            Path log = project.directory().resolveSibling("build-2.log");
            try {
                await(second, () -> text(log).contains("another build"));
                assertThat(text(log))
                        .containsPattern("another build runs the tests of this module: process " + maven(first)
                                + ", since \\d\\d:\\d\\d:\\d\\d");
                Files.write(project.file("go"), new byte[0]);
                assertThat(first.waitFor(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
                assertThat(second.waitFor(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
                List<String> lines = text(log).lines().toList();
                assertThat(new Build(project.directory(), log, List.of(), second.exitValue(), lines)
                                .passes()
                                .verdict()
                                .test("WaitsTest.waits")
                                .outcomes())
                        .containsExactly("passed", "passed", "passed");
                assertThat(lines.stream().filter(line -> line.contains("another build")))
                        .hasSize(1);
                assertThat(text(log)).doesNotContain("report this fault");
            } finally {
                second.destroyForcibly();
            }
            assertThat(first.exitValue()).isZero();
        } finally {
            first.destroyForcibly();
        }
    }

    /** The script mvn becomes the JVM, or has it as its only child. */
    private static String maven(Process started) {
        return started.children().findFirst().isPresent()
                ? "(" + started.pid() + "|"
                        + started.descendants()
                                .map(child -> Long.toString(child.pid()))
                                .reduce((one, other) -> one + "|" + other)
                                .orElse("")
                        + ")"
                : Long.toString(started.pid());
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Process maven, Condition condition) throws IOException {
        long start = System.nanoTime();
        while (!condition.holds()) {
            if (!maven.isAlive() || System.nanoTime() - start > LONGEST_WAIT.toNanos()) {
                throw new AssertionError("The build ended, or hangs, before the moment came");
            }
            LockSupport.parkNanos(A_LITTLE_NANOS);
        }
    }

    private static String text(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file) : "";
    }
}
