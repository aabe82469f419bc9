package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Jvms;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Each module has a verdict of its own, whatever Maven does at the same time. */
@Execution(ExecutionMode.CONCURRENT)
class MultiModuleIT {
    private static final List<String> WRITABLE = List.of("target", ".surefoot");

    @Test
    @OnProject("multi-module")
    void oneModuleAtATime(Project project) {
        judgesEachModule(project, "-T1", "-Dsurefoot.workers=1");
    }

    @Test
    @OnProject(value = "multi-module", jvms = Jvms.SHARING)
    void twoModulesAtOnce(Project project) throws IOException {
        Build build = judgesEachModule(project, "-T2");

        assertThat(build.lines("\\[INFO] sound:   round 5/5   1 passed"))
                .as("told apart by name")
                .hasSize(1);
        assertThat(build.lines("\\[ERROR] flaky: BROKEN: FailsInRound2Test.failsOnce"))
                .hasSize(1);
        assertThat(Files.readString(build.logFile()))
                .as("plain lines in batch mode: nothing is drawn and wiped")
                .doesNotContain("\r", "\u001b[2K", "\u001b[?7");
    }

    @Test
    @OnProject(
            value = "multi-module",
            run = {"test", "-Preliability", "-Dsurefoot.workers=1"})
    void withoutFailAtEndTheBuildStopsAtTheBrokenModule(Build build) {
        assertThat(build.fails().verdict("flaky").word()).isEqualTo("broken");
        assertThat(build.directory().resolve("after-flaky/target/surefoot/verdict.json"))
                .doesNotExist();
        assertThat(build.lines("Surefoot: 5 modules, .* 1 broken \\(its:flaky\\)\\. Not judged: .*after-flaky"))
                .as(build.tail())
                .hasSize(1);
    }

    private static Build judgesEachModule(Project project, String... more) {
        Map<String, String> before = project.digest(WRITABLE);

        Build build = project.run(Stream.concat(Stream.of("test", "-Preliability", "--fail-at-end"), Stream.of(more))
                        .toArray(String[]::new))
                .fails();

        assertThat(build.verdict("flaky").word()).isEqualTo("broken");
        assertThat(build.verdict("flaky").test("FailsInRound2Test.failsOnce").outcomes())
                .containsExactly("passed", "failed", "passed", "passed", "passed");
        assertThat(build.verdict("sound").word()).isEqualTo("held");
        assertThat(build.verdict("sound").test("SoundTest.passes").outcomes())
                .hasSize(5)
                .containsOnly("passed");
        assertThat(build.lines("after-flaky\\b.* SKIPPED")).as(build.tail()).hasSize(1);
        assertThat(build.lines("testless\\b.* SUCCESS")).as(build.tail()).hasSize(1);
        assertThat(project.file("sound/target/surefire-reports/TEST-it.SoundTest.xml"))
                .exists();
        assertThat(project.file("target/surefoot/report/index.html"))
                .as("the page of all suites")
                .content()
                .contains("1 of 2 suites held", ":flaky</a>: broken, 5 of 5 rounds", ":sound</a>: held, 5 of 5 rounds")
                .contains("href=\"./../../../flaky/target/surefoot/report/index.html\"");
        assertThat(
                        build.lines(
                                "Surefoot: 5 modules, 2 suites: 1 held, 1 broken \\(its:flaky\\)\\. Not judged: after-flaky\\."))
                .as("the build in one line")
                .hasSize(1);
        assertThat(project.digest(WRITABLE)).isEqualTo(before);
        return build;
    }
}
