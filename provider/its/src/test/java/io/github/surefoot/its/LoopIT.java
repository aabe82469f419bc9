package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.GuideCommand;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A test is run until it fails, with what that run left kept; and what failed is run again, and nothing else. */
@Execution(ExecutionMode.CONCURRENT)
class LoopIT {
    private static final String CANARY = "canary-loop-5a1c77";

    @Test
    @OnProject("loop")
    void runsUntilItFailsAndKeepsWhatThatRunLeft(Project project) throws IOException {
        Files.setPosixFilePermissions(project.file("canary.env"), PosixFilePermissions.fromString("rw-r--r--"));
        Build build = project.run(GuideCommand.LOOP_METHOD.where(
                        Map.of("CartTest#expires", "FourthRunTest#fails*"),
                        "-Dsurefoot.secrets=API_KEY",
                        "-Dsurefoot.secrets.dotenv=canary.env"))
                .fails();

        assertThat(build.lines(
                        "\\[ERROR] FAILED FourthRunTest.failsInItsFourthRun in run 4, after 3 runs passed in .* s:"
                                + " AssertionFailedError: not in the fourth, with \\*\\*\\*API_KEY\\*\\*\\*"))
                .as(build.tail())
                .hasSize(1);
        GoldenConsole.assertPrinted(build, "loop", "loop-failed");
        Path kept = project.file("target/surefoot/loop");
        assertThat(kept.resolve("failure.txt"))
                .content()
                .startsWith("it.FourthRunTest#failsInItsFourthRun\n")
                .contains("at it.FourthRunTest.failsInItsFourthRun(FourthRunTest.java:");
        assertThat(kept.resolve("threads.txt")).content().contains("stands-in-the-way", "FourthRunTest.stands(");
        assertThat(kept.resolve("output.txt"))
                .content()
                .contains("this is run 4 with ***API_KEY***")
                .doesNotContain("this is run 3");
        Path database = kept.resolve("databases/it.FourthRunTest.db");
        assertThat(Files.readString(database, StandardCharsets.ISO_8859_1))
                .startsWith("SQLite format 3")
                .contains("written in run 4")
                .doesNotContain("written in run 3");
        for (String file : new String[] {"failure.txt", "threads.txt", "output.txt"}) {
            assertThat(build.lines("\\[ERROR] .*\\Q" + kept.resolve(file) + "\\E"))
                    .hasSize(1);
            assertThat(kept.resolve(file)).content().doesNotContain(CANARY);
        }
        assertThat(build.lines("\\[ERROR] .*\\Q" + database + "\\E")).hasSize(1);
        assertThat(build.log()).noneMatch(line -> line.contains(CANARY));

        Build sound = project.run("surefoot:loop", "-Dsurefoot.test=SoundTest", "-Dsurefoot.loop.time=500ms")
                .passes();
        assertThat(sound.lines("Surefoot: [\\d,]+ runs? passed in .* s; none failed"))
                .hasSize(1);
        GoldenConsole.assertPrinted(sound, "loop", "loop-passed");

        Build watched = project.run(
                        GuideCommand.WATCH.where(Map.of("CartTest", "SoundTest"), "-Dsurefoot.loop.time=1s"))
                .passes();
        assertThat(watched.lines("SoundTest after each change, or for 1 s"))
                .as(watched.tail())
                .hasSize(1);

        Build unknown = project.run("surefoot:loop", "-Dsurefoot.test=SoundTest#nothing")
                .fails();
        assertThat(unknown.lines("\\[ERROR].*surefoot.test.*SoundTest#nothing.*for example"))
                .as(unknown.tail())
                .isNotEmpty();
    }

    @Test
    @OnProject("loop")
    void runsWhatFailedAgainAndNothingElse(Project project) throws IOException {
        Build early = project.run("surefoot:rerun").fails();
        assertThat(early.lines("\\[ERROR].*No run has left journals in .*run mvn test first"))
                .isNotEmpty();
        project.delete("src/test/java/it/FourthRunTest.java");
        Build all = project.run("test").fails();
        assertThat(all.reported()).hasSize(7);
        List<Path> before = all.journals();

        Build again =
                project.run(GuideCommand.RERUN.with("-Dsurefoot.rounds=2")).fails();

        assertThat(again.lines("what failed in the last run or was left out: 2 methods of 2 classes"))
                .as(again.tail())
                .hasSize(1);
        GoldenConsole.assertPrinted(again, "rerun", "rerun");
        assertThat(again.verdictOf("rerun").named("broken")).hasSize(2);
        assertThat(again.verdictOf("rerun").json().path("tests")).hasSize(3);
        assertThat(all.journals())
                .as("those of the run before")
                .isEqualTo(before)
                .isNotEmpty();

        Files.writeString(project.file("mended.txt"), "");
        Build passed = project.run("surefoot:rerun").passes();
        assertThat(passed.lines("what failed in the last rerun or was left out: 2 methods of 2 classes"))
                .hasSize(1);
        assertThat(passed.lines("may depend on what ran before it or beside it:  mvn surefoot:diagnose$"))
                .hasSize(1);
        assertThat(project.run("surefoot:rerun").passes().lines("nothing failed in the last rerun"))
                .hasSize(1);
        assertThat(project.run("surefoot:diagnose", "-Dsurefoot.diagnose.confirm=false")
                        .passes()
                        .lines("diagnosing \\d tests?"))
                .as("of the run in which they failed")
                .hasSize(1);
    }
}
