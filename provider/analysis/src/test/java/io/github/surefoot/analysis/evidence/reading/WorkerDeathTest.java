package io.github.surefoot.analysis.evidence.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkerDeathTest {
    @TempDir
    Path room;

    private WorkerDeath death(String fork, String... faults) {
        return WorkerDeath.of(room.resolve("r1w1.journal"), fork, List.of(faults));
    }

    @Test
    void theExitCodeIsThatOfTheWorkersOwnFork() {
        String fault = """
                Process Exit Code: 7 of surefire_1_tmp
                Crashed tests:
                it.A
                Process Exit Code: 137 of surefire_2_tmp""";

        assertThat(death("surefire_1_tmp", fault).code()).isEqualTo(" (exit code 7)");
        assertThat(death("surefire_2_tmp", fault).code()).isEqualTo(" (exit code 137, SIGKILL)");
        assertThat(death("surefire_3_tmp", fault).code()).isEmpty();
        assertThat(death("", fault).code()).isEmpty();
    }

    @Test
    void aCodeOfNoForkIsTakenForAny() {
        assertThat(death("", "Process Exit Code: 3").code()).isEqualTo(" (exit code 3)");
        assertThat(death("", "something else").code()).isEmpty();
    }

    @Test
    void theLastOutputIsTheEndOfTheFileBesideTheJournal() throws IOException {
        assertThat(death("").output()).isEmpty();

        Files.writeString(room.resolve("r1w1.output"), "x".repeat(5_000) + "\nlast words\n");

        assertThat(death("").output()).startsWith("\nThe last it printed:\nx").endsWith("\nlast words");
        assertThat(death("").output().length()).isLessThan(2_100);
    }

    @Test
    void theLastOutputIsTheEndOfAllThatTheWorkerPrintedWhereThatHasAFile() throws IOException {
        Path journals = Files.createDirectory(room.resolve("journals"));
        Files.createDirectory(room.resolve("output"));
        Files.writeString(room.resolve("output/r1w1.txt"), "x".repeat(5_000) + "\nlast words\n");

        assertThat(WorkerDeath.of(journals.resolve("r1w1.journal"), "", List.of())
                        .output())
                .startsWith("\nThe last it printed:\nx")
                .endsWith("\nlast words")
                .hasSizeLessThan(2_100);
    }
}
