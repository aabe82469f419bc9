package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A test may be named by its parameter, which may be any text; no text may keep a verdict from being told. */
@Execution(ExecutionMode.CONCURRENT)
class StrangeNamesIT {
    private static final int NAMES = 12;

    @Test
    @OnProject("strange-names")
    void everyPlaceThatTellsOfAVerdictTakesThem(Project project) {
        for (int run = 1; run <= 2; run++) {
            Build build = project.maven()
                    .environment("GITHUB_ACTIONS", "true")
                    .environment(
                            "GITHUB_STEP_SUMMARY", project.file("summary.md").toString())
                    .environment("GITLAB_CI", "true")
                    .run("test-compile", project.surefoot("test"), "-Dsurefoot.rounds=2")
                    .fails();

            assertThat(build.verdict().word()).as(build.tail()).isEqualTo("broken");
            assertThat(build.verdict().tests()).hasSize(NAMES);
            assertThat(build.verdict().reasons())
                    .contains("StrangeNamesTest.isWhole[")
                    .hasLineCount(1);
            assertThat(build.lines("BROKEN: StrangeNamesTest\\.isWhole\\[")).hasSize(1);
            assertThat(build.lines("The history")).isEmpty();
        }

        assertThat(project.file("target/surefoot/report/index.html")).content().contains("broken since");
        assertThat(project.file("summary.md")).content().contains("Surefoot: BROKEN");
        assertThat(project.file("target/surefoot/gl-code-quality-report.json"))
                .content()
                .contains("StrangeNamesTest");
    }
}
