package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.GuideCommand;
import io.github.surefoot.its.harness.Jvms;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Projects that do not inherit Surefoot's parent. */
@Execution(ExecutionMode.CONCURRENT)
class PluginAloneIT {
    private static final List<String> WRITABLE = List.of("target", ".surefoot");

    @Test
    @OnProject(value = "small", jvms = Jvms.SHARING)
    void aProjectThatNeverHeardOfSurefootIsJudgedFromTheCommandLine(Project project) {
        Map<String, String> before = project.digest(WRITABLE);

        Build build = project.run(GuideCommand.LOOK.with()).passes();

        assertThat(build.verdict().word()).isEqualTo("held");
        assertThat(build.verdict().roundsCompleted()).isEqualTo(5);
        assertThat(build.verdict().test("SoundTest.passes").outcomes())
                .hasSize(5)
                .containsOnly("passed");
        assertThat(project.digest(WRITABLE)).isEqualTo(before);
    }

    @Test
    @OnProject("small")
    void oneRoundHasTheOneWorkerThatSurefireWouldHaveAndSlipsAreToldOf(Project project) {
        project.replace(
                "pom.xml",
                "<project.build.sourceEncoding>",
                "<surefoot.treshold>90</surefoot.treshold><project.build.sourceEncoding>");
        Build build = project.run(
                        "test-compile",
                        project.surefoot("test"),
                        "-Dsurefoot.round=5",
                        "-Dsurefoot.warm=true",
                        "-Dsurefoot.test=NoTest")
                .passes();

        assertThat(build.lines("Surefoot: 1 round on 1 fresh worker$")).hasSize(1);
        assertThat(build.verdict().roundsCompleted()).isEqualTo(1);
        assertThat(build.lines("WARNING.*surefoot.test is not a setting of surefoot:test.* Use -Dtest=NoTest.$"))
                .hasSize(1);
        assertThat(build.lines("WARNING.*There is no setting surefoot"))
                .satisfiesExactly(
                        line -> assertThat(line).contains("surefoot.round,").endsWith("you mean surefoot.rounds?"),
                        line -> assertThat(line)
                                .contains("surefoot.treshold,")
                                .endsWith("you mean surefoot.threshold?"),
                        line -> assertThat(line)
                                .contains("surefoot.warm,")
                                .endsWith("you mean surefoot.reuseWorkers?"));
    }

    @Test
    @OnProject(value = "small", jvms = Jvms.SHARING)
    void theNumberOfWorkersThatIsFastestIsFoundAndSaidWhy(Project project) {
        int cores = Runtime.getRuntime().availableProcessors();
        List<String> arguments =
                List.of("test-compile", project.surefoot("test"), "-Dsurefoot.rounds=2", "-Dsurefoot.workers=auto");

        Build first = project.run(arguments.toArray(String[]::new)).passes();

        assertThat(first.lines("surefoot.workers=auto takes " + cores
                        + ", one for each core, since no earlier run like this one is known\\.$"))
                .hasSize(1);
        assertThat(first.lines("Surefoot: 2 rounds on " + cores + " fresh worker"))
                .hasSize(1);

        int half = Math.max(1, cores / 2);
        Build second = project.run(arguments.toArray(String[]::new)).passes();

        assertThat(second.lines("surefoot.workers=auto takes " + half
                        + (cores == 1 ? ", the fastest: " : ", to see whether that is faster than ")
                        + "\\d+\\.\\d s with " + cores + "\\.$"))
                .as(second.tail())
                .hasSize(1);
        assertThat(second.lines("Surefoot: 2 rounds on " + half + " fresh worker"))
                .hasSize(1);
    }

    @Test
    @OnProject("jupiter")
    void theRoundsOfEveryShapeOfTestAreMatched(Project project) {
        Build build = project.run("test-compile", project.surefoot("test"), "-Dsurefoot.rounds=2")
                .passes();

        assertThat(build.verdict().tests()).hasSize(17).allSatisfy(test -> assertThat(test.outcomes())
                .as(test.shortName())
                .hasSize(2)
                .containsAnyOf("passed", "skipped", "aborted"));
        assertThat(build.verdict().named("reliable")).hasSize(15);
        assertThat(build.verdict().test("SecondTest.plain").category()).isEqualTo("security");
        assertThat(build.verdict().test("ShapesTest$Inside.plain").category()).isEqualTo("integration");
    }

    @Test
    @OnProject(value = "spring-boot", jvms = Jvms.OF_USERS)
    void aProjectWithSpringBootsParent(Project project) {
        Map<String, String> before = project.digest(WRITABLE);

        Build build = project.run("test", "-Dsurefoot.rounds=2").passes();

        assertThat(build.verdict().word()).isEqualTo("held");
        assertThat(build.verdict().test("ApplicationTests.contextLoads").passed())
                .isEqualTo(2);
        assertThat(project.digest(WRITABLE)).isEqualTo(before);
    }
}
