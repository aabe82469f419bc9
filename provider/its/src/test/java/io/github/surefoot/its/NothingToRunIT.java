package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No tests is not the same as no evidence. */
class NothingToRunIT {
    @Test
    @OnProject(
            value = "no-tests",
            run = {"test", "-Preliability"})
    void aModuleWithoutTestsPasses(Build build) {
        build.passes();
    }

    @Test
    @OnProject(
            value = "fails-in-round-3",
            run = {"test", "-Preliability", "-Dtest=Nothing"})
    void aFilterThatSelectsNothingFailsAsInSurefire(Build build) {
        build.fails();
        assertThat(build.lines("No tests matching pattern \"Nothing\" were executed"))
                .as(build.tail())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-DskipTests", "-Dsurefoot.skip", "-Dmaven.test.skip"})
    @OnProject("fails-in-round-3")
    void skippedTestsAreNotJudged(String option, Project project) {
        project.run("test", "-Preliability", option).passes();

        assertThat(project.file("target/surefoot/verdict.json")).doesNotExist();
        assertThat(project.file("target/marker-fails-once")).doesNotExist();
    }
}
