package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Maven;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Processes;
import io.github.surefoot.its.harness.Project;
import io.github.surefoot.its.harness.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Whatever becomes of a worker of integration tests, what Maven has started for them is stopped, and no process is left. */
@Execution(ExecutionMode.CONCURRENT)
class FailsafeFaultsIT {
    private static final String SUMMARY = "target/failsafe-reports/failsafe-summary.xml";

    @Test
    @OnProject("integration-tests")
    void theServerIsStoppedThoughAWorkerEndsItselfIsKilledStoppedOrHangs(Project project) throws IOException {
        Build build = run(
                project,
                "-Dsurefoot.rounds=2",
                "-Dsurefoot.workers=2",
                "-Dsurefoot.testTimeout=5s",
                "-Dit.test=ExitFault,KillFault,StopFault,HangFault,SoundFault");

        assertOutcomes(
                build,
                Map.of(
                        "ExitFault.exits", "crashed",
                        "KillFault.isKilled", "crashed",
                        "StopFault.isStopped", "hung",
                        "HangFault.hangs", "hung",
                        "SoundFault.asksTheServer", "passed"),
                2);
        assertNothingLeft(project);
    }

    @Test
    @OnProject("integration-tests")
    void theServerIsStoppedThoughTheOnlyWorkerOfOneRoundHalts(Project project) throws IOException {
        Build build = run(project, "-Dsurefoot.rounds=1", "-Dit.fault=halt");

        assertOutcomes(build, Map.of("ShopIT.mayDie", "crashed"), 1);
        assertNothingLeft(project);
    }

    /** Failsafe itself passes without it, and one that an earlier build has left would be read as this one's. */
    @Test
    @OnProject("integration-tests")
    void aSummaryThatIsGoneIsNoPass(Project project) throws IOException {
        Build build = run(project, "-Dsurefoot.rounds=1", "-Dit.fails=1", "-Dit.forget=" + SUMMARY);

        assertThat(project.file(SUMMARY)).doesNotExist();
        assertOutcomes(build, Map.of("ShopIT.failsOnce", "failed"), 1);
        assertThat(build.lines("BROKEN: ShopIT\\.failsOnce")).as(build.tail()).isNotEmpty();
        assertNothingLeft(project);
    }

    @Test
    @OnProject("integration-tests")
    void journalsThatAreGoneAreNoPass(Project project) throws IOException {
        Build build = run(project, "-Dsurefoot.rounds=2", "-Dsurefoot.workers=1", "-Dit.test=ForgetFault,SoundFault");

        assertThat(build.verdictOf("failsafe").word()).as(build.tail()).isNotEqualTo("held");
        assertNothingLeft(project);
    }

    /** Maven itself ends, and with it the phases that would follow: its fixture is left, as by plain Failsafe, but no worker. */
    @Test
    @OnProject("integration-tests")
    void aBuildThatIsEndedLeavesNoWorkerAndSaysWhatItKnows(Project project) throws Exception {
        Maven maven = project.maven();
        Interrupted build = new Interrupted(
                maven.start(arguments("-Dsurefoot.rounds=2", "-Dsurefoot.workers=1", "-Dit.fault=hang")), maven.log());
        Path journal = project.file("target/surefoot/failsafe/journals/r1w1.journal");
        build.await(() -> Files.exists(journal) && Files.readString(journal).contains("mayDie"));

        build.terminate();

        assertThat(build.exitCode()).as(build.log()).isEqualTo(143);
        assertThat(Processes.of(project)).isEmpty();
        Verdict verdict = Verdict.read(project.file("target/surefoot/failsafe/verdict.json"));
        assertThat(verdict.word()).isEqualTo("insufficient");
        assertThat(build.log()).contains("interrupted after 0 of 2 rounds");
        project.run(FailsafeIT.STOP).passes();
        assertNothingLeft(project);
    }

    private static String[] arguments(String... more) {
        return Stream.concat(Stream.of("verify", "-DskipTests", "-Dsurefoot.execution=failsafe"), Stream.of(more))
                .toArray(String[]::new);
    }

    private static Build run(Project project, String... more) {
        return project.run(arguments(more)).fails();
    }

    private static void assertOutcomes(Build build, Map<String, String> expected, int rounds) {
        expected.forEach((test, outcome) -> assertThat(
                        build.verdictOf("failsafe").test(test).outcomes())
                .as(test + " in " + build.tail())
                .hasSize(rounds)
                .containsOnly(outcome));
    }

    private static void assertNothingLeft(Project project) throws IOException {
        FailsafeIT.assertStopped(project, 1);
        assertThat(Processes.of(project)).noneMatch(line -> line.contains("surefire"));
    }
}
