package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No data is never a pass. The journals of one run are damaged in many ways, each time in a copy of them. */
@OnProject(
        value = "many-classes",
        run = {"test", "-Dsurefoot.rounds=2"})
class EvidenceIT {
    @Test
    void aLostJournalBreaksTheBuildUnderEveryGate(Project project, Build run) throws IOException {
        Path journals = project.file("target/surefoot/journals");
        Path whole = copy(run, "whole");
        assertThat(check(project, "-Dsurefoot.gate=test").passes().verdict().word())
                .as("all journals are there")
                .isEqualTo("held");

        Path lost = journals.relativize(run.journalOf(1));
        Files.delete(journals.resolve(lost));

        for (String gate : List.of("test", "run", "execution")) {
            Build build = check(project, "-Dsurefoot.gate=" + gate).fails();
            assertThat(build.verdict().word()).as(gate).isNotEqualTo("held");
            assertThat(build.lines("\\[ERROR]")).as(build.tail()).isNotEmpty();
        }
        Files.copy(whole.resolve(lost), journals.resolve(lost));
    }

    @Test
    void aJournalCutOffInTheMiddleBreaksTheBuild(Project project, Build run) throws IOException {
        Path copy = copy(run, "torn");
        Path torn = copy.resolve(run.journalOf(1).getFileName());
        byte[] whole = Files.readAllBytes(torn);
        Files.write(torn, Arrays.copyOf(whole, whole.length / 2));

        assertThat(check(project, "-Dsurefoot.journals=" + copy)
                        .fails()
                        .verdict()
                        .word())
                .isNotEqualTo("held");
    }

    @Test
    @OnProject(
            value = "deletes-journals",
            run = {"test", "-Dsurefoot.rounds=3"})
    void aTestThatDeletesJournalsBreaksTheBuild(Build build) {
        assertThat(build.fails().verdict().word()).as(build.tail()).isNotEqualTo("held");
    }

    @Test
    void theJournalsOfOneRunMayLieInSeveralDirectories(Project project, Build run) throws IOException {
        int passed = new Journals(run).all(TestFinished.class).size() / 2;
        Path here = Files.createDirectories(project.file("machines/one"));
        Path there = Files.createDirectories(project.file("machines/two"));
        for (Path journal : run.journals()) {
            boolean second = journal.getFileName().toString().startsWith("r2");
            Files.copy(journal, (second ? there : here).resolve(journal.getFileName()));
        }

        Build both =
                check(project, "-Dsurefoot.journals=machines/one,machines/two").passes();
        assertThat(both.verdict().word()).isEqualTo("held");
        assertThat(both.verdict().tests()).hasSize(passed);

        Build one = check(project, "-Dsurefoot.journals=machines/one").fails();
        assertThat(one.verdict().word()).as("half of it proves nothing").isNotEqualTo("held");
    }

    private static Path copy(Build run, String name) throws IOException {
        Path copy = Files.createDirectories(run.directory().resolve("copies").resolve(name));
        for (Path journal : run.passes().journals()) {
            Files.copy(journal, copy.resolve(journal.getFileName()));
        }
        return copy;
    }

    private static Build check(Project project, String option) {
        return project.run(project.surefoot("check"), option);
    }
}
