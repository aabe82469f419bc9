package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

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

/** No data is never a pass. */
@Execution(ExecutionMode.CONCURRENT)
class EvidenceIT {
    @Test
    @OnProject("many-classes")
    void aLostJournalBreaksTheBuildUnderEveryGate(Project project) throws IOException {
        Build run = project.run("test", "-Dsurefoot.rounds=2").passes();
        assertThat(check(project, "-Dsurefoot.gate=test").passes().verdict().word())
                .as("all journals are there")
                .isEqualTo("held");

        Path lost = run.journalOf(1);
        Files.delete(lost);

        for (String gate : List.of("test", "run", "execution")) {
            Build build = check(project, "-Dsurefoot.gate=" + gate).fails();
            assertThat(build.verdict().word()).as(gate).isNotEqualTo("held");
            assertThat(build.lines("\\[ERROR]")).as(build.tail()).isNotEmpty();
        }
    }

    @Test
    @OnProject("many-classes")
    void aJournalCutOffInTheMiddleBreaksTheBuild(Project project) throws IOException {
        Build run = project.run("test", "-Dsurefoot.rounds=1").passes();
        Path torn = run.journalOf(1);
        byte[] whole = Files.readAllBytes(torn);
        Files.write(torn, java.util.Arrays.copyOf(whole, whole.length / 2));

        assertThat(check(project, "-Dsurefoot.gate=test").fails().verdict().word())
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
    @OnProject("many-classes")
    void theJournalsOfOneRunMayLieInSeveralDirectories(Project project) throws IOException {
        Build run = project.run("test", "-Dsurefoot.rounds=2").passes();
        int passed = run.verdict().tests().size();
        Path here = Files.createDirectories(project.file("machines/one"));
        Path there = Files.createDirectories(project.file("machines/two"));
        for (Path journal : run.journals()) {
            boolean second = journal.getFileName().toString().startsWith("r2");
            Files.move(journal, (second ? there : here).resolve(journal.getFileName()));
        }

        Build both =
                check(project, "-Dsurefoot.journals=machines/one,machines/two").passes();
        assertThat(both.verdict().word()).isEqualTo("held");
        assertThat(both.verdict().tests()).hasSize(passed);

        Build one = check(project, "-Dsurefoot.journals=machines/one").fails();
        assertThat(one.verdict().word()).as("half of it proves nothing").isNotEqualTo("held");
    }

    private static Build check(Project project, String option) {
        return project.run(project.surefoot("check"), option);
    }
}
