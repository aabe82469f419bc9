package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What breaks the verdicts of others: tests that look alike, containers that fail, tests that are tried again. */
@Execution(ExecutionMode.CONCURRENT)
@Order(1)
class JudgedRightIT {
    private static final String ONE_WORKER = "-Dsurefoot.workers=1";

    private static final Map<String, String> OF_THREE_ROUNDS = Map.ofEntries(
            Map.entry("Contract$Adding.adds (in ListsTest > Linked)", "failed failed failed"),
            Map.entry("Contract$Adding.adds (in ListsTest > Array)", "passed passed passed"),
            Map.entry("FirstTest", "passed errored passed"),
            Map.entry("FirstTest.outer", "passed not run passed"),
            Map.entry("SecondTest.outer", "passed passed passed"),
            Map.entry("BaseNested$Inner.inner (in FirstTest)", "passed not run passed"),
            Map.entry("BaseNested$Inner.inner (in SecondTest)", "failed failed failed"),
            Map.entry("SourceTest.factory", "errored passed passed"),
            Map.entry("SourceTest.withArgument(String)", "errored passed passed"),
            Map.entry("TemplateTest.each", "errored passed passed"),
            Map.entry("TemplateTest.each()[1]", "not run passed passed"),
            Map.entry("TemplateTest.each()[2]", "not run passed passed"),
            Map.entry("TemplateTest.steady", "passed passed passed"),
            Map.entry("Common.works (in SuiteATest)", "passed passed passed"),
            Map.entry("Common.works (in SuiteBTest)", "failed failed failed"),
            Map.entry("Common.other (in SuiteATest)", "passed passed passed"),
            Map.entry("Common.other (in SuiteBTest)", "passed passed passed"),
            Map.entry("AssumingTest.row(int)[1]", "aborted aborted aborted"),
            Map.entry("AssumingTest.row(int)[2]", "passed passed passed"),
            Map.entry("SkippedOnceTest.works", "passed skipped passed"),
            Map.entry("SkippedOnceTest$Deeper.works", "passed skipped passed"),
            Map.entry("AllowedTest.neverAtOnce()[1]", "errored errored errored"),
            Map.entry("RetryTest.neverAtOnce()[1]", "errored errored errored"));

    /** What is not there in some round is explained: nothing of this may be said. */
    private static final String[] OF_MISSING_EVIDENCE = {"stable names", "missing", "AssumingTest", "SkippingTest"};

    private static final Map<String, String> OF_TESTNG = Map.of(
            "SometimesTest.sometimes[0]", "errored passed passed",
            "AlwaysTest.never[0]", "failed failed failed",
            "TearDownTest", "passed errored passed",
            "HeirTest", "passed passed errored",
            "PercentageTest.half[1]", "passed passed passed");

    @Test
    @OnProject("cases-jupiter")
    void threeRoundsOfJupiter(Project project) {
        Build build = project.run("test-compile", project.surefoot("test"), "-Dsurefoot.rounds=3", ONE_WORKER)
                .fails();

        assertThat(outcomes(build)).containsAllEntriesOf(OF_THREE_ROUNDS);
        assertThat(build.verdict().word()).isEqualTo("broken");
        assertThat(build.verdict().reasons())
                .doesNotContain(OF_MISSING_EVIDENCE)
                .contains(
                        "Contract$Adding.adds (in ListsTest > Linked) failed in all 3 rounds",
                        "BaseNested$Inner.inner (in SecondTest) failed in all 3 rounds",
                        "Common.works (in SuiteBTest) failed in all 3 rounds",
                        "RetryTest.neverAtOnce()[1] failed in all 3 rounds it ran. It is flaky (passed on attempt 2)");
        assertThat(test(build, "RetryTest.neverAtOnce()[1]").path("status").asText())
                .isEqualTo("flaky");
        assertThat(build.lines("round [123]/3 .* 2 retried, .*1 aborted .*Common\\.works \\(in SuiteBTest\\)"))
                .as("the lines of the rounds tell of attempts and owners as the verdict does: %s", build.tail())
                .hasSize(3);
        assertThat(test(build, "Contract$Adding.adds (in ListsTest > Array)")
                        .path("status")
                        .asText())
                .isEqualTo("reliable");
    }

    @Test
    @OnProject("cases-jupiter")
    void threeWarmRoundsOfJupiterOneTestOfWhichMayRetry(Project project) {
        Build build = project.run(
                        "test-compile",
                        project.surefoot("test"),
                        "-Dsurefoot.rounds=3",
                        ONE_WORKER,
                        "-Dsurefoot.reuseWorkers=true",
                        "-Dsurefoot.allowRetries=AllowedTest")
                .fails();

        Map<String, String> expected = new TreeMap<>(OF_THREE_ROUNDS);
        expected.put("AllowedTest.neverAtOnce()[1]", "passed passed passed");
        assertThat(outcomes(build)).containsAllEntriesOf(expected);
        assertThat(build.verdict().reasons()).doesNotContain(OF_MISSING_EVIDENCE);
        assertThat(build.log())
                .as(build.tail())
                .anyMatch(line ->
                        line.contains("RETRIED: AllowedTest.neverAtOnce()[1] passed on attempt 2 in 3 of 3 rounds"));
        JsonNode retries = test(build, "AllowedTest.neverAtOnce()[1]").path("retries");
        assertThat(retries.path("allowed").asBoolean()).isTrue();
    }

    @Test
    @OnProject("cases-jupiter")
    void oneRoundOfJupiter(Project project) {
        Build build = project.run("test-compile", project.surefoot("test"), "-Dsurefoot.workers=2")
                .fails();

        assertThat(outcomes(build))
                .containsEntry("Contract$Adding.adds (in ListsTest > Linked)", "failed")
                .containsEntry("Contract$Adding.adds (in ListsTest > Array)", "passed")
                .containsEntry("SourceTest.factory", "errored")
                .containsEntry("SourceTest.withArgument(String)", "errored")
                .containsEntry("TemplateTest.each", "errored")
                .containsEntry("TemplateTest.steady", "passed")
                .containsEntry("FirstTest.outer", "passed")
                .containsEntry("BaseNested$Inner.inner (in FirstTest)", "passed")
                .containsEntry("BaseNested$Inner.inner (in SecondTest)", "failed")
                .containsEntry("Common.works (in SuiteATest)", "passed")
                .containsEntry("Common.works (in SuiteBTest)", "failed")
                .containsEntry("AssumingTest.row(int)[1]", "aborted")
                .containsEntry("RetryTest.neverAtOnce()[1]", "errored");
        assertThat(build.verdict().reasons()).doesNotContain(OF_MISSING_EVIDENCE);
        assertThat(build.reported().values().stream().filter(word -> word.equals("failure")))
                .as("three fail, whatever name their classes report under: %s", build.reported())
                .hasSize(3);
    }

    @Test
    @OnProject("cases-jupiter")
    void whatPassesWhenItRunsInParallelIsHeld(Project project) {
        Build build = project.run(
                        "test-compile",
                        project.surefoot("test"),
                        "-Dsurefoot.rounds=3",
                        "-Dtest=AgreeingListsTest,Contract*,AssumingTest,TemplateTest#steady")
                .passes();

        assertThat(build.verdict().word()).isEqualTo("held");
        assertThat(outcomes(build))
                .containsEntry("Contract$Adding.adds (in Linked)", "passed passed passed")
                .containsEntry("Contract$Adding.adds (in Array)", "passed passed passed");
    }

    @Test
    @OnProject("cases-testng")
    void threeRoundsOfTestNg(Project project) {
        Build build = project.run("test-compile", project.surefoot("test"), "-Dsurefoot.rounds=3", ONE_WORKER)
                .fails();

        assertThat(outcomes(build)).containsAllEntriesOf(OF_TESTNG);
        assertThat(outcomes(build).toString()).contains("=aborted aborted aborted");
        assertThat(build.verdict().word()).isEqualTo("broken");
        assertThat(build.verdict().reasons())
                .contains("It is flaky (passed on attempt 2): the first attempt counts.")
                .contains("Its rows ran in parallel and have no stable number")
                .contains("TearDownTest passed 2 of 3 rounds")
                .doesNotContain(OF_MISSING_EVIDENCE);
        assertThat(test(build, "AlwaysTest.never[0]").path("status").asText()).isEqualTo("flaky");
    }

    @Test
    @OnProject("cases-testng")
    void threeWarmRoundsOfTestNg(Project project) {
        Build build = project.run(
                        "test-compile",
                        project.surefoot("test"),
                        "-Dsurefoot.rounds=3",
                        ONE_WORKER,
                        "-Dsurefoot.reuseWorkers=true")
                .fails();

        assertThat(outcomes(build)).containsAllEntriesOf(OF_TESTNG);
        assertThat(build.verdict().reasons()).doesNotContain(OF_MISSING_EVIDENCE);
    }

    @Test
    @OnProject("cases-testng")
    void oneRoundOfTestNg(Project project) {
        Build build = project.run("test-compile", project.surefoot("test"), ONE_WORKER)
                .fails();

        assertThat(outcomes(build))
                .containsEntry("SometimesTest.sometimes[0]", "errored")
                .containsEntry("AlwaysTest.never[0]", "failed")
                .containsEntry("TearDownTest.passes", "passed");
        assertThat(build.verdict().word()).isEqualTo("broken");
        assertThat(build.verdict().reasons()).doesNotContain(OF_MISSING_EVIDENCE);
    }

    @Test
    @OnProject("cases-junit4")
    void aClassThatRunsOnceInAJvmFailsUnderOneName(Project project) {
        Build build = project.run(
                        "test-compile",
                        project.surefoot("test"),
                        "-Dsurefoot.rounds=4",
                        ONE_WORKER,
                        "-Dsurefoot.reuseWorkers=true")
                .fails();

        assertThat(outcomes(build))
                .containsEntry("OnceTest", "passed errored errored errored")
                .containsEntry("OnceTest.works", "passed not run not run not run")
                .containsEntry("OtherTest.works", "passed passed passed passed");
        assertThat(test(build, "OnceTest").at("/cause/kind").asText()).isEqualTo("non-idempotent");
        assertThat(build.verdict().reasons())
                .contains(
                        "OnceTest passed 1 of 4 rounds, below 95 %. It fails from its second run in one JVM: the first"
                                + " passed, all 3 later ones failed.");

        Build replay =
                project.run(project.surefoot("replay"), "-Dsurefoot.worker=w1").fails();
        assertThat(replay.lines("OnceTest in round [234] failed again"))
                .as(replay.tail())
                .hasSize(3);
        assertThat(replay.lines("Replay of w1: 3 of 8 executions failed"))
                .as(replay.tail())
                .isNotEmpty();
    }

    @Test
    @OnProject("cases-junit4")
    void aClassThatRunsOnceInAJvmIsHeldInFreshOnes(Project project) {
        Build fresh = project.run("test-compile", project.surefoot("test"), "-Dsurefoot.rounds=3")
                .passes();
        assertThat(fresh.verdict().word()).isEqualTo("held");
    }

    /** Returns the outcomes of each test, by what people are shown as its name. */
    private static Map<String, String> outcomes(Build build) {
        Map<String, String> outcomes = new TreeMap<>();
        for (JsonNode test : build.verdict().json().path("tests")) {
            StringBuilder words = new StringBuilder();
            test.path("outcomes")
                    .forEach(outcome -> words.append(outcome.asText()).append(' '));
            assertThat(outcomes.put(name(test), words.toString().strip()))
                    .as(name(test))
                    .isNull();
        }
        return outcomes;
    }

    private static JsonNode test(Build build, String name) {
        for (JsonNode test : build.verdict().json().path("tests")) {
            if (name(test).equals(name)) {
                return test;
            }
        }
        throw new AssertionError(
                "There is no " + name + " among " + outcomes(build).keySet());
    }

    private static String name(JsonNode test) {
        String className = test.path("class").asText();
        String simple = className.substring(className.lastIndexOf('.') + 1);
        String name = test.path("name").asText();
        String qualifier = test.path("qualifier").asText("");
        return simple + (name.isEmpty() ? "" : "." + name) + (qualifier.isEmpty() ? "" : " (" + qualifier + ")");
    }
}
