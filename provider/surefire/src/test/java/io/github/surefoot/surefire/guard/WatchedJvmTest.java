package io.github.surefoot.surefire.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.WorkerStopped;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.core.protocol.JournalDirectory;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The watches in JVMs that they really end. */
@Execution(ExecutionMode.CONCURRENT)
@Tag("slow")
class WatchedJvmTest {
    @TempDir
    private Path directory;

    private Path file() {
        return directory.resolve("r1w1.journal");
    }

    private int exitCode(String what) throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WatchedJvm.class.getName(),
                        file().toString(),
                        what)
                .inheritIO()
                .start()
                .waitFor();
    }

    @Test
    void aClassAtItsLimitIsToldBeforeWhatItsThreadsDo() throws Exception {
        assertThat(exitCode("class")).isEqualTo(Watchdog.EXIT_CODE);

        Journal journal = JournalReader.read(file());
        assertThat(journal.entries()).element(1).isInstanceOfSatisfying(WorkerStopped.class, stop -> {
            assertThat(stop.classes()).containsExactly(WatchedJvm.HANGS);
            assertThat(stop.why()).isEqualTo("Stopped after 200 ms (surefoot.testTimeout).");
        });
        assertThat(journal.entries()).last().isInstanceOfSatisfying(TestFinished.class, finished -> assertThat(
                        finished.outcome())
                .isInstanceOfSatisfying(Outcome.Hung.class, hung -> assertThat(hung.stacks())
                        .contains("The threads at that moment:", "WatchedJvm.main")));
        assertThat(JournalDirectory.heartbeat(file())).isNotEmptyFile();
    }

    @Test
    void aJvmThatStandsStillAsItEndsIsEndedAndItsEvidenceIsWhole() throws Exception {
        assertThat(exitCode("that waits")).isEqualTo(Watchdog.EXIT_CODE);

        Journal journal = JournalReader.read(file());
        assertThat(journal.condition().finished()).isTrue();
        assertThat(journal.condition().damages()).isEmpty();
        assertThat(journal.entries()).last().isInstanceOfSatisfying(WorkerStopped.class, stop -> assertThat(stop.why())
                .contains("hook that waits"));
    }

    @Test
    void aJvmThatIsBusyForLongerThanTheLimitAsItEndsIsLeftAlone() throws Exception {
        assertThat(exitCode("that is busy")).isZero();

        assertThat(JournalReader.read(file()).entries()).noneMatch(WorkerStopped.class::isInstance);
    }
}
