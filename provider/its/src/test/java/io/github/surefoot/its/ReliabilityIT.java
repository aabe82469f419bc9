package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Jvms;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Verdict;
import io.github.surefoot.its.harness.Verdict.TestVerdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The main job on a suite with every fault that leaves the worker alive: five rounds, and each test judged rightly. */
@OnProject(
        value = "faults",
        jvms = Jvms.SHARING,
        run = {"test", "-Preliability"})
class ReliabilityIT {
    @Test
    void breaksTheBuildAfterAllFiveRounds(Build build) {
        Verdict verdict = build.fails().verdict();

        assertThat(verdict.word()).isEqualTo("broken");
        assertThat(verdict.json().path("rounds").path("planned").asInt()).isEqualTo(5);
        assertThat(verdict.roundsCompleted()).isEqualTo(5);
        assertThat(verdict.json().path("schema").asInt()).isEqualTo(1);
    }

    @Test
    void aTestThatFailsInRound3IsFlaky(Build build) {
        TestVerdict test = build.verdict().test("FailsInRound3Test.failsOnce");

        assertThat(test.outcomes()).containsExactly("passed", "passed", "failed", "passed", "passed");
        assertThat(test.status()).isEqualTo("flaky");
        assertThat(test.passed()).isEqualTo(4);
        assertThat(test.failed()).isEqualTo(1);
    }

    @Test
    void itsNeighbourIsNotBlamed(Build build) {
        TestVerdict test = build.verdict().test("FailsInRound3Test.passes");

        assertThat(test.outcomes()).hasSize(5).containsOnly("passed");
        assertThat(test.status()).isEqualTo("reliable");
    }

    @Test
    void aTestThatThrowsEverySecondRoundIsFlaky(Build build) {
        TestVerdict test = build.verdict().test("FailsEverySecondRoundTest.throwsEverySecondTime");

        assertThat(test.outcomes()).containsExactly("passed", "errored", "passed", "errored", "passed");
        assertThat(test.status()).isEqualTo("flaky");
    }

    @Test
    void aTestThatNeverPassesIsBroken(Build build) {
        TestVerdict test = build.verdict().test("AlwaysFailsTest.failsAlways");

        assertThat(test.outcomes()).hasSize(5).containsOnly("failed");
        assertThat(test.status()).isEqualTo("broken");
    }

    @Test
    void aDisabledTestIsSkippedAndNotCounted(Build build) {
        TestVerdict test = build.verdict().test("SkippedTest.isDisabled");

        assertThat(test.outcomes()).hasSize(5).containsOnly("skipped");
        assertThat(test.status()).isEqualTo("skipped");
        assertThat(test.skipped()).isEqualTo(5);
    }

    @Test
    void anAbortedTestIsNeitherPassedNorFailed(Build build) {
        Verdict verdict = build.verdict();

        assertThat(verdict.test("AbortedTest.assumesInVain").outcomes())
                .hasSize(5)
                .containsOnly("aborted");
        TestVerdict once = verdict.test("AbortedTest.abortsInRound2");
        assertThat(once.outcomes()).containsExactly("passed", "aborted", "passed", "passed", "passed");
        assertThat(once.status()).isEqualTo("reliable");
        assertThat(once.passed()).isEqualTo(4);
        assertThat(once.skipped()).isEqualTo(1);
    }

    @Test
    void aClassWhoseBeforeAllAlwaysThrowsIsBroken(Build build) {
        assertThat(ofClass(build, "it.BeforeAllThrowsTest"))
                .isNotEmpty()
                .anySatisfy(test -> assertThat(test.status()).isEqualTo("broken"))
                .noneSatisfy(test -> assertThat(test.status()).isEqualTo("reliable"));
    }

    @Test
    void aClassWhoseBeforeAllThrowsInRound2IsFlaky(Build build) {
        List<TestVerdict> tests = ofClass(build, "it.BeforeAllThrowsInRound2Test");

        assertThat(tests).anySatisfy(test -> {
            assertThat(test.status()).isEqualTo("flaky");
            assertThat(test.outcomes().get(1)).isIn("failed", "errored");
        });
        assertThat(tests)
                .filteredOn(test -> test.name().equals("getsItsTurnInTheOtherRounds"))
                .singleElement()
                .satisfies(test -> assertThat(test.outcomes().get(1)).isNotEqualTo("passed"))
                .satisfies(test -> assertThat(test.passed()).isEqualTo(4));
    }

    @Test
    void aClassThatCannotBeInitializedIsBroken(Build build) {
        assertThat(ofClass(build, "it.CannotBeInitializedTest"))
                .isNotEmpty()
                .anySatisfy(test -> assertThat(test.status()).isEqualTo("broken"))
                .noneSatisfy(test -> assertThat(test.status()).isEqualTo("reliable"));
    }

    @Test
    void everyTestHasOneOutcomeForEveryRound(Build build) {
        assertThat(build.verdict().tests()).isNotEmpty().allSatisfy(test -> {
            assertThat(test.outcomes()).as(test.shortName()).hasSize(5);
        });
    }

    @Test
    void theConsoleSaysOneLineARound(Build build) {
        for (int round = 1; round <= 5; round++) {
            assertThat(build.lines("^\\[(INFO|WARNING|ERROR)]\\s+round " + round + "/5 .*\\d+ passed"))
                    .as("round %d in %s", round, build)
                    .hasSize(1);
        }
    }

    @Test
    void theConsoleNamesTheTestsToBlame(Build build) {
        assertThat(build.lines("FailsInRound3Test\\.failsOnce passed 4 of 5 rounds \\(80 %\\), below 95 %"))
                .as(build.tail())
                .isNotEmpty();
        assertThat(build.lines("AlwaysFailsTest\\.failsAlways")).isNotEmpty();
    }

    @Test
    void theConsoleSaysHowToSeeTheFailureAgain(Build build) {
        assertThat(build.lines("mvn .*surefoot.*:replay .*-Dsurefoot\\.worker=r\\d+w\\d+"))
                .as(build.tail())
                .isNotEmpty();
    }

    @Test
    void aVerdictIsNotReportedAsAFaultOfThePlugin(Build build) {
        assertThat(build.lines("MojoFailureException")).as(build.tail()).isNotEmpty();
        assertThat(build.lines("MojoExecutionException")).isEmpty();
    }

    @Test
    void ciServersSeeWhatBreaksTheBuildAsFailures(Build build) {
        assertThat(build.reported())
                // Below the threshold: a server that saw them as flaky would call them passed.
                .containsEntry("it.FailsInRound3Test#failsOnce", "failure")
                .containsEntry("it.FailsEverySecondRoundTest#throwsEverySecondTime", "error")
                .containsEntry("it.AlwaysFailsTest#failsAlways", "failure")
                .containsEntry("it.SkippedTest#isDisabled", "skipped")
                .containsEntry("it.SoundTest#passes", "passed");
    }

    @Test
    void ciServersSeeEveryFailedRound(Build build) {
        assertThat(build.directory().resolve("target/surefire-reports/TEST-it.FailsEverySecondRoundTest.xml"))
                .content()
                .contains("<error message=\"Round 2 of 5")
                .contains("<rerunError message=\"Round 4 of 5");
    }

    @Test
    void leavesThePageForPeople(Build build) {
        assertThat(build.directory().resolve("target/surefoot/report/index.html"))
                .content()
                .contains("FailsInRound3Test");
    }

    private static List<TestVerdict> ofClass(Build build, String className) {
        return build.verdict().tests().stream()
                .filter(test -> test.className().equals(className))
                .toList();
    }
}
