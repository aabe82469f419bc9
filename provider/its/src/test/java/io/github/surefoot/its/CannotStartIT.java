package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What keeps a suite from starting is reported as what it is: never as a flaky test, and never as a pass. */
@Execution(ExecutionMode.CONCURRENT)
class CannotStartIT {
    @Test
    @OnProject(
            value = "compile-error",
            run = {"test", "-Preliability"})
    void aTestThatDoesNotCompile(Build build) {
        build.fails();
        assertThat(build.lines("BrokenTest\\.java:\\[\\d+,\\d+] incompatible types"))
                .as(build.tail())
                .isNotEmpty();
        assertThat(build.lines("(?i)flaky|below 95")).isEmpty();
    }

    @Test
    @OnProject("wrong-engine")
    void anEngineOfAnotherAgeThanItsApi(Project project) {
        Build build = project.run("test-compile", project.surefoot("test"), "-Dsurefoot.rounds=2")
                .fails();

        assertThat(build.lines("(?i)flaky|below 95")).as(build.tail()).isEmpty();
        assertThat(build.lines("\\[ERROR].*junit-jupiter-engine.*5\\.4\\.2"))
                .as("names what does not fit: %s", build.tail())
                .isNotEmpty();
    }

    /** With Surefire alone this build passes without running a single test. */
    @Test
    @OnProject("unaligned-launcher")
    void aLauncherOfAnotherAgeThanTheEngines(Project project) {
        Build build = project.run("test-compile", project.surefoot("test"), "-Dsurefoot.rounds=2");

        if (build.exitCode() == 0) {
            assertThat(build.verdict().test("SoundTest.passes").outcomes())
                    .as("passes only if the tests were really run")
                    .containsExactly("passed", "passed");
        } else {
            assertThat(build.lines("(?i)flaky|below 95")).as(build.tail()).isEmpty();
            assertThat(build.lines("\\[ERROR].*junit-platform-engine is 1\\.3\\.2.*junit-jupiter-engine is 5"))
                    .as("names what does not fit: %s", build.tail())
                    .isNotEmpty();
        }
    }

    @Test
    @OnProject(
            value = "class-cannot-be-loaded",
            run = {"test", "-Dsurefoot.rounds=2"})
    void aTestClassThatCannotBeLoaded(Build build) {
        build.fails();
        assertThat(build.lines("\\[ERROR].*UnloadableTest")).as(build.tail()).isNotEmpty();
        assertThat(build.lines("Base32")).as(build.tail()).isNotEmpty();
        assertThat(build.lines("(?i)flaky")).as(build.tail()).isEmpty();
    }
}
