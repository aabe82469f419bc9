package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import io.github.surefoot.its.harness.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Tests that are hostile to their JVM are judged like any other: what passed has passed. Tests that are hostile to the
 * evidence break the build, by name.
 */
@Execution(ExecutionMode.CONCURRENT)
class HostileTestsIT {
    /** All in one JVM, one after the other, so that each also meets what those before it have done. */
    @Test
    @OnProject(
            value = "hostile",
            run = {
                "test",
                "-Dsurefoot.rounds=2",
                "-Dsurefoot.workers=1",
                "-Dsurefire.runOrder=alphabetical",
                "-Dtest=A*Test,Z99SoundTest"
            })
    void aJvmThatIsNoLongerWhatItWasIsJudgedAllTheSame(Build build) {
        Verdict verdict = build.passes().verdict();

        assertThat(verdict.word()).as(build.tail()).isEqualTo("held");
        assertThat(verdict.tests()).hasSize(13).allSatisfy(test -> assertThat(test.outcomes())
                .as(test.shortName())
                .containsExactly("passed", "passed"));
        assertThat(new Journals(build).workers()).containsExactly("r1w1", "r2w1");
    }

    /** Each in a JVM of its own: evidence that was damaged must not lie beside evidence that was not. */
    @Test
    @OnProject(
            value = "hostile",
            run = {
                "test",
                "-Dsurefoot.rounds=2",
                "-Dsurefoot.workers=2",
                "-DreuseForks=false",
                "-DargLine=--add-opens java.base/sun.nio.ch=ALL-UNNAMED",
                "-Dtest=B1*Test,B2*Test,B4*Test,Z99SoundTest"
            })
    void whoTampersWithTheEvidenceIsNamed(Build build) {
        Verdict verdict = build.fails().verdict();

        assertThat(verdict.word()).as(build.tail()).isEqualTo("broken");
        assertThat(verdict.test("Z99SoundTest.passes").outcomes()).containsExactly("passed", "passed");
        assertThat(verdict.test("B1RenamesJournalTest.passes").outcomes())
                .as("nothing is lost: the journal was restored")
                .containsExactly("passed", "passed");
        assertThat(verdict.reasons())
                .contains("While B1RenamesJournalTest.passes ran, the journal of this worker was deleted or renamed")
                .contains("While B2TruncatesJournalTest.passes ran, the journal of this worker was cut off")
                .contains("B4ClosesDescriptorsTest");
    }

    @Test
    @OnProject(
            value = "hostile",
            run = {
                "test",
                "-Dsurefoot.rounds=2",
                "-Dsurefoot.workers=1",
                "-Dsurefire.runOrder=alphabetical",
                "-Dtest=B3*Test,Z99SoundTest"
            })
    void whoDeletesTheBuildDirectoryIsNamed(Build build) {
        assertThat(build.fails().verdict().word()).as(build.tail()).isNotEqualTo("held");
        assertThat(build.verdict().reasons())
                .contains("While B3DeletesTargetTest.passes ran, the journal of this worker was deleted or renamed");
    }

    @Test
    @OnProject("hostile")
    void whoFillsTheDiskIsNamed(Project project) throws Exception {
        Path target = Files.createDirectories(project.file("target"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", target.toString()))
                .as("mounting a small tmpfs takes the rights of root, which this build does not have")
                .isZero();
        try {
            Build build = project.run(
                            "test",
                            "-Dsurefoot.rounds=2",
                            "-Dsurefoot.workers=1",
                            "-Dsurefire.runOrder=alphabetical",
                            "-Dtest=B5*Test,Z99SoundTest")
                    .fails();

            assertThat(build.lines("\\[ERROR].*(No space left on device|B5FillsDiskTest)"))
                    .as(build.tail())
                    .isNotEmpty();
            assertThat(build.lines("HELD")).isEmpty();
        } finally {
            assertThat(run("umount", "-l", target.toString())).isZero();
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command)).inheritIO().start().waitFor();
    }
}
