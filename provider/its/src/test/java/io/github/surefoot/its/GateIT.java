package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Browser;
import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import io.github.surefoot.its.harness.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Two tests pass five times, one fails in round 3: 80 % of its rounds, 80 % of the runs, 14 of 15 executions. */
@Execution(ExecutionMode.CONCURRENT)
class GateIT {
    private static final String FAILING_LINE =
            "        assertNotEquals(3, Marker.count(\"fails-once\"), \"as it should in this round\");";

    /** One run of five rounds is judged a hair above what it reached, at what it reached, and by each gate. */
    @Test
    @OnProject("fails-in-round-3")
    void eachGateAtItsThreshold(Project project) throws IOException, InterruptedException {
        breaksAHairAboveItAndTellsCiServersWhere(project);

        Build held = judged(project, "-Dsurefoot.threshold=80").passes();
        assertThat(held.verdict().word()).isEqualTo("held");
        assertThat(held.verdict().test("FailsInRound3Test.failsOnce").status()).isEqualTo("flaky");
        Browser.Opened page = Browser.open(
                held.directory().resolve("target/surefoot/report/index.html"),
                held.directory().resolveSibling("."));
        assertThat(page.console()).as("the browser's console").isEmpty();
        assertThat(page.html()).as("its script drew the heat map").contains("aria-label=\"round 3: failed\"");

        Build executions = judged(project, "-Dsurefoot.gate=execution", "-Dsurefoot.threshold=93")
                .passes();
        assertThat(executions.verdict().word()).isEqualTo("held");
        assertThat(rate(executions, "execution")).isBetween(93.3, 93.34);

        assertThat(rate(judged(project, "-Dsurefoot.gate=run").fails(), "run")).isEqualTo(80.0);
    }

    private static Build judged(Project project, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(project.surefoot("check")));
        arguments.addAll(List.of(settings));
        return project.run(arguments.toArray(String[]::new));
    }

    private static double rate(Build build, String gate) {
        return build.verdict().json().path("passRate").path(gate).asDouble();
    }

    private static void breaksAHairAboveItAndTellsCiServersWhere(Project project) throws IOException {
        Build build = project.maven()
                .environment("GITHUB_ACTIONS", "true")
                .environment("GITHUB_WORKSPACE", project.directory().toString())
                .environment("GITHUB_STEP_SUMMARY", project.file("summary.md").toString())
                .environment("GITLAB_CI", "true")
                .run("test", "-Preliability", "-Dsurefoot.workers=1", "-Dsurefoot.threshold=80.1")
                .fails();

        assertThat(build.verdict().word()).isEqualTo("broken");
        assertThat(build.verdict().reasons()).contains("FailsInRound3Test.failsOnce");
        assertThat(project.file("summary.md"))
                .content()
                .contains("Surefoot: BROKEN", "FailsInRound3Test.failsOnce | 4 of 5");
        String source = "src/test/java/it/FailsInRound3Test.java";
        int line = Files.readAllLines(project.file(source)).indexOf(FAILING_LINE) + 1;
        assertThat(line).isPositive();
        assertThat(build.log())
                .as(build.tail())
                .anyMatch(text -> text.startsWith(
                        "::error file=" + source + ",line=" + line + ",title=FailsInRound3Test.failsOnce::"));
        assertThat(project.file("target/surefoot/gl-code-quality-report.json"))
                .content()
                .contains("\"path\" : \"" + source + "\"", "\"begin\" : " + line);
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
    @OnProject(
            value = "outage",
            run = {"test", "-Dsurefoot.rounds=3", "-Dsurefoot.workers=1"})
    void aRoundInWhichWhatTestsShareWasDownIsNoEvidenceAgainstThem(Build build) {
        Verdict verdict = build.fails().verdict();

        assertThat(verdict.word()).as(build.tail()).isEqualTo("insufficient");
        assertThat(verdict.named("flaky")).isEmpty();
        assertThat(verdict.named("reliable")).hasSize(13);
        assertThat(build.lines(
                        "INSUFFICIENT: Round 2 was an outage: 10 of its 13 tests did not pass, .*ConnectException.*"))
                .as(build.tail())
                .isNotEmpty();
        assertThat(build.directory().resolve("target/surefoot/report/index.html"))
                .as("nothing is hidden")
                .content()
                .contains("Its round was an outage, in which it errored: ConnectException");
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
