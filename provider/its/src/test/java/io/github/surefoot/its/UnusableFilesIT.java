package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Files and directories that cannot be used are told by their path, with what the system says and the mend. */
@Execution(ExecutionMode.CONCURRENT)
class UnusableFilesIT {
    @Test
    @OnProject("small")
    void aBuildDirectoryThatIsAFile(Project project) throws IOException {
        Files.createDirectory(project.file("target"));
        Files.writeString(project.file("target/surefoot"), "in the way");

        Build build = project.run("test-compile", project.surefoot("test"), "-Dsurefoot.rounds=2")
                .fails();

        assertThat(build.lines("\\[ERROR].*Surefoot cannot read or write its files in .*target.surefoot"))
                .as(build.tail())
                .isNotEmpty();
    }

    @Test
    @OnProject("small")
    void aBuildDirectoryOnAReadOnlyDisk(Project project) throws Exception {
        Path surefoot = Files.createDirectories(project.file("target/surefoot"));
        readOnly(surefoot);
        try {
            Build build = project.run("test-compile", project.surefoot("test"), "-Dsurefoot.rounds=2")
                    .fails();

            assertThat(build.lines("\\[ERROR].*Surefoot cannot read or write its files in .*Read-only file system"))
                    .as(build.tail())
                    .isNotEmpty();
        } finally {
            run("umount", "-l", surefoot.toString());
        }
    }

    /** The verdict needs no history, so the build passes, and says what it did without. */
    @Test
    @OnProject("small")
    void aHistoryOnAReadOnlyDisk(Project project) throws Exception {
        Path room = Files.createDirectories(project.file(".surefoot"));
        readOnly(room);
        try {
            Build build = project.run("test-compile", project.surefoot("test"), "-Dsurefoot.rounds=2")
                    .passes();

            assertThat(build.verdict().word()).isEqualTo("held");
            assertThat(build.lines("\\[WARNING].*The history .*history.db cannot be used .*surefoot.history=none"))
                    .as(build.tail())
                    .isNotEmpty();
        } finally {
            run("umount", "-l", room.toString());
        }
    }

    @Test
    @OnProject(
            value = "bad-schema",
            run = {"test", "-Dsurefoot.rounds=2"})
    void aSchemaScriptThatDoesNotParse(Build build) {
        assertThat(build.fails().verdict().test("SoundTest.asksForTheDatabase").outcomes())
                .as(build.tail())
                .containsExactly("errored", "errored");
        assertThat(build.lines("01-tables\\.sql:3: .*near \"TABEL\": syntax error"))
                .as(build.tail())
                .isNotEmpty();
    }

    @Test
    @OnProject("small")
    void journalsThatAreNoneOrOfAnotherRun(Project project) throws IOException {
        project.run("test-compile", project.surefoot("test"), "-Dsurefoot.rounds=2")
                .passes();
        Path journals = project.file("target/surefoot/journals");
        Path foreign = Files.createDirectories(project.file("foreign"));
        Files.copy(journals.resolve("r1w1.journal"), foreign.resolve("r1w1.journal"));
        Build other =
                project.run(project.surefoot("test"), "-Dsurefoot.rounds=2").passes();
        Files.writeString(journals.resolve("r1w7.journal"), "Dear diary");
        Files.move(foreign.resolve("r1w1.journal"), journals.resolve("r1w8.journal"));
        Path whole = other.journalOf(2);
        Files.writeString(whole, Files.readString(whole).replaceFirst("outcome=passed", "outcome=failed"));

        Build build = project.run(project.surefoot("check")).fails();

        assertThat(build.verdict().word()).isNotEqualTo("held");
        assertThat(build.verdict().reasons())
                .contains("Not a Surefoot journal: " + journals.resolve("r1w7.journal"))
                .contains("r1w8.journal belongs to run ")
                .contains(whole.getFileName() + ": record ");
    }

    private static void readOnly(Path directory) throws IOException, InterruptedException {
        assumeThat(run("mount", "-t", "tmpfs", "-o", "ro,size=64k", "tmpfs", directory.toString()))
                .as("mounting a read-only tmpfs takes the rights of root, which this build does not have")
                .isZero();
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command)).inheritIO().start().waitFor();
    }
}
