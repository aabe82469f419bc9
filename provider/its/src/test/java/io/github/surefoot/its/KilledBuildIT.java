package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Jvms;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Processes;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A build that is stopped at any moment leaves no worker, and nothing that the next build stumbles over. */
class KilledBuildIT {
    private static final long A_LITTLE_NANOS = 5_000_000;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /** What Maven has written of itself, or a worker, when the moment has come. */
    enum Moment {
        WHILE_FORKING("run.journal", "\tround\t"),
        IN_A_TEST("r1w1.journal", "readsFromAPeerThatIsSilent"),
        BETWEEN_ROUNDS("run.journal", "\tround-end\t"),
        WHILE_REPORTING("run.journal", "\tend\t");

        private final String journal;
        private final String record;

        Moment(String journal, String record) {
            this.journal = journal;
            this.record = record;
        }

        boolean hasCome(Path journals) throws IOException {
            Path file = journals.resolve(journal);
            return Files.exists(file) && Files.readString(file).contains(record);
        }
    }

    @ParameterizedTest
    @OnProject(value = "hangs", jvms = Jvms.OF_USERS)
    @CsvSource({"INT, IN_A_TEST", "KILL, IN_A_TEST", "KILL, BETWEEN_ROUNDS"})
    void noWorkerSurvives(String signal, Moment moment, Project project) throws Exception {
        killed(signal, moment, project);
    }

    @ParameterizedTest
    @EnabledIfSystemProperty(named = "surefoot.long", matches = "true")
    @OnProject(value = "hangs", jvms = Jvms.OF_USERS)
    @CsvSource({"TERM, IN_A_TEST", "KILL, WHILE_FORKING", "TERM, BETWEEN_ROUNDS", "KILL, WHILE_REPORTING"})
    void noWorkerSurvivesAtOtherMoments(String signal, Moment moment, Project project) throws Exception {
        killed(signal, moment, project);
    }

    private static void killed(String signal, Moment moment, Project project) throws Exception {
        if (signal.equals("INT")) {
            // A shell that starts something in the background has it ignore Ctrl-C, and all that it starts: Maven too.
            // Asked before there is one, whose workers would outlive this test and write to what the next removes.
            assumeThat(ignoresInterrupt(ProcessHandle.current()))
                    .as("Ctrl-C is ignored here")
                    .isFalse();
        }
        project.delete("target");
        boolean hang = moment == Moment.IN_A_TEST;
        Process maven = project.maven()
                .start(
                        "test",
                        "-Dsurefoot.rounds=3",
                        "-Dsurefoot.workers=1",
                        "-Dtest=SoundTest" + (hang ? ",NativeReadTest" : ""));
        try {
            await(moment, maven, project);
            kill(signal, maven);
        } finally {
            maven.destroyForcibly();
        }

        assertThat(Processes.of(project))
                .as("processes that outlive their build")
                .isEmpty();
        Build next =
                project.run("test", "-Dsurefoot.rounds=2", "-Dtest=SoundTest").passes();
        assertThat(next.verdict().word()).isEqualTo("held");
        assertThat(next.verdict().tests()).hasSize(1);
        assertThat(next.lines("(?i)damaged")).as("the history is whole").isEmpty();
        assertThat(project.file(".surefoot/history.db")).exists();
    }

    /** Its own hook cannot run: the worker that loses its Maven removes what Maven held for it. */
    @Test
    @OnProject("secrets-canary")
    void noSecretIsLeftBehind(Project project) throws Exception {
        CanaryRun run = CanaryRun.prepare(project).environment("CANARY_END", "hang");
        Process maven = run.start("test-compile", project.surefoot("test"));
        try {
            await(maven, () -> run.printed("hanging with"));
            assertThat(run.leftInMemory()).hasSize(1);
            kill("KILL", maven);
        } finally {
            maven.destroyForcibly();
        }

        assertThat(Processes.of(project)).isEmpty();
        assertThat(run.leftInMemory()).isEmpty();
        assertThat(run.leaks()).isEmpty();
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Moment moment, Process maven, Project project) throws IOException {
        await(maven, () -> moment.hasCome(project.file("target/surefoot/journals")));
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

    private static void kill(String signal, Process maven) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(maven.pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(maven.waitFor(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS))
                .as("Maven ends")
                .isTrue();
    }

    private static boolean ignoresInterrupt(ProcessHandle process) throws IOException {
        String mask = Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .findFirst()
                .orElse("SigIgn: 0");
        return (Long.parseUnsignedLong(mask.replaceAll(".*\\s", ""), 16) & 0b10) != 0;
    }
}
