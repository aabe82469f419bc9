package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Jvms;
import io.github.surefoot.its.harness.Maven;
import io.github.surefoot.its.harness.MavenDistribution;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Processes;
import io.github.surefoot.its.harness.Project;
import io.github.surefoot.its.harness.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that is ended before its time tells what it knows, and nothing else. */
class InterruptedIT {
    private static final String AFTER_TWO = "INSUFFICIENT: The run was interrupted after 2 of 5 rounds";

    /** On a real pseudo-terminal, where the workers get the signal as well. Maven 4's ends before a hook can tell anything. */
    @ParameterizedTest
    @OnProject(value = "interrupted", jvms = Jvms.QUICK)
    @ValueSource(strings = {"", "3.9.16"})
    void ctrlCOnATerminal(String version, Project project) throws Exception {
        TerminalIT.needsScript();
        project.delete("target");
        project.delete(".surefoot");
        Maven maven = project.maven().onTerminal();
        Interrupted run = start(
                version.isEmpty() ? maven : maven.at(MavenDistribution.home(version)), project, "surefoot.rounds=5");

        run.press();

        assertThat(run.exitCode()).as(run.log()).isEqualTo(130);
        tellsTwoRounds(run, project);
        Build next =
                project.run("test", "-Dsurefoot.rounds=2", "-Dtest=SoundTest").passes();
        assertThat(next.verdict().word()).isEqualTo("held");
        assertThat(Files.readString(project.file("target/surefoot/report/index.html")))
                .as("the interrupted run is not in the history")
                .doesNotContain("StaysInRound3Test");
    }

    /** As a CI server stops a job: Maven alone is told, and its workers learn it from Maven. */
    @ParameterizedTest
    @OnProject(value = "interrupted", jvms = Jvms.QUICK)
    @ValueSource(strings = {"fresh", "warm"})
    void aSignalToMavenAlone(String kind, Project project) throws Exception {
        project.delete("target");
        Interrupted run = start(project.maven(), project, "surefoot.rounds=5", "surefoot.workers.kind=" + kind);

        run.terminate();

        assertThat(run.exitCode()).as(run.log()).isEqualTo(143);
        tellsTwoRounds(run, project);
    }

    @Test
    @OnProject(value = "interrupted", jvms = Jvms.QUICK)
    void aSingleRound(Project project) throws Exception {
        Interrupted run = start(project.maven(), project, "its.before=2");

        run.terminate();

        assertThat(run.exitCode()).as(run.log()).isEqualTo(143);
        assertThat(run.log()).contains("interrupted after 0 of 1 round");
        assertThat(verdict(project).word()).isEqualTo("insufficient");
        assertThat(verdict(project).tests()).isEmpty();
        assertThat(Processes.of(project)).isEmpty();
    }

    /** The first is waited for, since a worker does not end; the second is not. */
    @Test
    @OnProject(value = "interrupted", jvms = Jvms.QUICK)
    void aSecondCtrlCEndsAtOnce(Project project) throws Exception {
        TerminalIT.needsScript();
        Interrupted run = start(
                project.maven().onTerminal(),
                project,
                "surefoot.rounds=5",
                "its.resists=true",
                "surefoot.disposalTimeout=600s");
        run.press();
        run.await(() -> run.log().contains("the report is"));
        assertThat(run.isAlive()).as("it waits for its worker").isTrue();

        long start = System.nanoTime();
        run.press();

        assertThat(run.exitCode()).as(run.log()).isEqualTo(130);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMinutes(5));
        assertThat(verdict(project).word()).isEqualTo("insufficient");
        assertThat(Processes.of(project)).isEmpty();
    }

    private static void tellsTwoRounds(Interrupted run, Project project) throws IOException {
        assertThat(run.log())
                .contains("round 1/5", "round 2/5", AFTER_TWO, "the report is")
                .doesNotContain("BUILD");
        Verdict verdict = verdict(project);
        assertThat(verdict.word()).isEqualTo("insufficient");
        assertThat(verdict.test("StaysInRound3Test.stays").outcomes()).containsExactly("passed", "failed");
        assertThat(verdict.test("SoundTest.passes").outcomes()).containsExactly("passed", "passed");
        assertThat(Files.readString(project.file("target/surefoot/report/index.html")))
                .contains("interrupted after 2 of 5 rounds", "</html>");
        assertThat(project.file("target/surefoot/journals/run.journal"))
                .content()
                .contains("\tinterrupted\t", "\tend\t");
        assertThat(project.file(".surefoot/history.db")).doesNotExist();
        assertThat(Processes.of(project))
                .as("processes that outlive their build")
                .isEmpty();
    }

    private static Verdict verdict(Project project) {
        return Verdict.read(project.file("target/surefoot/verdict.json"));
    }

    /** Starts a run, and waits until its third round has come to where it stays. */
    private static Interrupted start(Maven maven, Project project, String... settings) throws Exception {
        List<String> arguments = new java.util.ArrayList<>(List.of("test", "-Dsurefoot.workers=1"));
        for (String setting : settings) {
            arguments.add("-D" + setting);
        }
        Interrupted run = new Interrupted(maven.start(arguments.toArray(String[]::new)), maven.log());
        run.await(() -> Files.exists(project.file("target/stays")));
        return run;
    }
}
