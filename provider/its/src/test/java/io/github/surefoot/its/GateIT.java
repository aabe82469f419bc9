package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two tests pass five times, one fails in round 3: 80 % of its rounds, 80 % of the runs, 14 of 15 executions. */
@Execution(ExecutionMode.CONCURRENT)
class GateIT {
    @Test
    @OnProject(
            value = "fails-in-round-3",
            run = {"test", "-Preliability", "-Dsurefoot.threshold=80"})
    void holdsAtTheThreshold(Build build) {
        assertThat(build.passes().verdict().word()).isEqualTo("held");
        assertThat(build.verdict().test("FailsInRound3Test.failsOnce").status()).isEqualTo("flaky");
    }

    @Test
    @OnProject(
            value = "fails-in-round-3",
            run = {"test", "-Preliability", "-Dsurefoot.threshold=80.1"})
    void breaksAHairAboveIt(Build build) {
        assertThat(build.fails().verdict().word()).isEqualTo("broken");
        assertThat(build.verdict().reasons()).contains("FailsInRound3Test.failsOnce");
    }

    @Test
    @OnProject(
            value = "fails-in-round-3",
            run = {"test", "-Preliability", "-Dsurefoot.gate=run"})
    void measuresRuns(Build build) {
        assertThat(build.fails().verdict().json().path("passRate").path("run").asDouble())
                .isEqualTo(80.0);
    }

    @Test
    @OnProject(
            value = "fails-in-round-3",
            run = {"test", "-Preliability", "-Dsurefoot.gate=execution", "-Dsurefoot.threshold=93"})
    void measuresExecutions(Build build) {
        assertThat(build.passes().verdict().word()).isEqualTo("held");
        assertThat(build.verdict().json().path("passRate").path("execution").asDouble())
                .isBetween(93.3, 93.34);
    }

    @Test
    @OnProject("fails-in-round-3")
    void plainTestIsOneRoundWithSurefiresOwnVerdict(Project project) {
        Build build = project.run("test").passes();

        assertThat(build.verdict().json().path("rounds").path("planned").asInt())
                .isEqualTo(1);
        assertThat(build.lines("Tests run: 3, Failures: 0, Errors: 0, Skipped: 0"))
                .as(build.tail())
                .isNotEmpty();
        assertThat(build.reported()).hasSize(3).containsEntry("it.FailsInRound3Test#failsOnce", "passed");

        project.run("test").passes();
        Build third = project.run("test").fails();
        assertThat(third.lines("Tests run: 3, Failures: 1, Errors: 0, Skipped: 0"))
                .as(third.tail())
                .isNotEmpty();
        assertThat(third.reported()).containsEntry("it.FailsInRound3Test#failsOnce", "failure");
    }

    @Test
    @OnProject("small")
    void tooFewRoundsForAConfidenceAreInsufficient(Project project) {
        Build build = project.run(
                        "test-compile", project.surefoot("test"), "-Dsurefoot.rounds=2", "-Dsurefoot.confidence=95")
                .fails();

        assertThat(build.verdict().word()).isEqualTo("insufficient");
        assertThat(build.lines("59 rounds")).as(build.tail()).isNotEmpty();
    }
}
