package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Settings of Surefire that work against a judgement change no verdict, and are named with their cure. */
@Execution(ExecutionMode.CONCURRENT)
class ClashingSettingsIT {
    @Test
    @OnProject("fails-in-round-3")
    void aRerunThatPassesMakesNoTestReliable(Project project) {
        Build build = project.run(
                        "test",
                        "-Preliability",
                        "-Dsurefoot.rounds=3",
                        "-Dsurefire.rerunFailingTestsCount=1",
                        "-Dsurefire.failOnFlakeCount=5",
                        "-Dmaven.test.failure.ignore=true")
                .fails();

        assertThat(build.verdict().test("FailsInRound3Test.failsOnce").outcomes())
                .as(build.tail())
                .containsExactly("passed", "passed", "failed");
        assertNamed(build, "rerunFailingTestsCount=1");
        assertNamed(build, "failOnFlakeCount=5");
        assertNamed(build, "testFailureIgnore=true");
    }

    /** Together with reruns, which take the failure back, Surefire 3.6.1 lets such a build pass. */
    @Test
    @OnProject("fails-in-round-3")
    void whatWasLeftOutAfterAFailureIsNoPass(Project project) {
        Build build = project.run(
                        "test",
                        "-Preliability",
                        "-Dsurefoot.rounds=3",
                        "-Dsurefoot.workers=1",
                        "-Dsurefire.runOrder=alphabetical",
                        "-Dsurefire.skipAfterFailureCount=1",
                        "-Dsurefire.rerunFailingTestsCount=1")
                .fails();

        assertThat(build.verdict().word()).as(build.tail()).isEqualTo("broken");
        assertThat(build.verdict().test("FailsInRound3Test.failsOnce").outcomes())
                .containsExactly("passed", "passed", "failed");
        assertThat(build.verdict().test("SoundTest.passes").passed()).isEqualTo(2);
        assertNamed(build, "skipAfterFailureCount=1");
        assertNamed(build, "rerunFailingTestsCount=1");
    }

    @Test
    @OnProject("faults")
    void failuresOfOneRoundAreIgnoredAsInSurefire(Project project) {
        Build build = project.run("test", "-Dmaven.test.failure.ignore=true").passes();

        assertThat(build.reported()).as(build.tail()).containsValue("failure");
    }

    /** What a debugger listens at is one port for all workers. */
    @Test
    @OnProject("small")
    void workersThatAreDebuggedRunOneAtATime(Project project) {
        Build build = project.run(
                        "test-compile",
                        project.surefoot("test"),
                        "-Dsurefoot.rounds=2",
                        "-Dsurefoot.workers=4",
                        "-Dmaven.surefire.debug=-Dinstead.of.a.debugger=true")
                .passes();

        assertThat(build.verdict().json().path("workers").asInt())
                .as(build.tail())
                .isEqualTo(1);
        assertNamed(build, "maven\\.surefire\\.debug");
    }

    @Test
    @OnProject("small")
    void aSuiteFileThatSurefireNoLongerReadsIsRefused(Project project) {
        Build build = project.run("test-compile", project.surefoot("test"), "-Dsurefire.suiteXmlFiles=testng.xml")
                .fails();

        assertThat(build.lines("\\[ERROR].*suiteXmlFiles=testng\\.xml.*includes, groups or -Dtest"))
                .as(build.tail())
                .isNotEmpty();
    }

    @Test
    @OnProject("junit4-only")
    void aJUnitThatNoEngineCanRunIsRefused(Project project) {
        project.replace("pom.xml", "4.13.2", "4.11");

        Build build = project.run("test-compile", project.surefoot("test"), "-Dsurefoot.rounds=2")
                .fails();

        assertThat(build.lines("\\[ERROR].*junit is 4\\.11.*4\\.12 or later"))
                .as(build.tail())
                .isNotEmpty();
    }

    private static void assertNamed(Build build, String setting) {
        assertThat(build.lines("\\[WARNING].*" + setting)).as(build.tail()).hasSize(1);
    }
}
