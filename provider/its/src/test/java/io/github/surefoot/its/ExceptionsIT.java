package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.GuideCommand;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A test that may fail until a date: from the run that shows it flaky to the day on which its exception ends. */
class ExceptionsIT {
    @Test
    @OnProject("fails-in-round-3")
    void fromAVerdictToTheLastDay(Project project) throws IOException {
        LocalDate until = LocalDate.now(ZoneId.systemDefault()).plusDays(10);
        Files.createDirectories(project.file(".git"));
        Files.createDirectories(project.file(".github"));
        Files.writeString(project.file(".github/CODEOWNERS"), "/src/test/ @flaky-team\n");
        project.run(GuideCommand.SHUFFLED_OFTEN.where(Map.of("rounds=20", "rounds=3")))
                .fails();

        project.run(GuideCommand.EXCEPT.where(
                        Map.of(
                                "com.example.shop.CartTest#expires",
                                "it.FailsInRound3Test#failsOnce",
                                "2027-01-31",
                                until.toString()),
                        "-Dsurefoot.reason=ISSUE-7"))
                .passes();

        Path file = project.file("surefoot-exceptions.yaml");
        assertThat(file)
                .content()
                .contains(
                        "test: \"it.FailsInRound3Test#failsOnce\"",
                        "until: " + until,
                        "allowed: 35 %",
                        "failures: [\"");

        Build held = project.run(project.surefoot("check")).passes();
        assertThat(held.verdict().word()).isEqualTo("held");
        assertThat(held.lines("HELD with 1 exception \\(ends in 10 days\\): without them, every test passed"))
                .hasSize(1);
        assertThat(held.lines("EXCEPTION: FailsInRound3Test.failsOnce passed 2 of 3 .*@flaky-team, ISSUE-7"))
                .hasSize(1);
        assertThat(Files.readString(project.file("target/surefoot/verdict.json")))
                .contains("\"state\" : \"in force\"", "\"owner\" : \"@flaky-team\"", "\"daysLeft\" : 10");
        assertThat(Files.readString(project.file("target/surefoot/report/index.html")))
                .contains("Reliable enough, with 1 exception (ends in 10 days).", "@flaky-team");
        assertThat(held.reported().get("it.FailsInRound3Test#failsOnce"))
                .as("neither passed nor failed: " + held.reported())
                .isEqualTo("skipped");

        String written = Files.readString(file);
        breaks(project, written.replace(until.toString(), "2020-01-31"), "ended on 2020-01-31");
        breaks(
                project,
                written.replace("failures: [\"", "failures: [\"0123456789ab\"] #"),
                "failed in another way than");
        breaks(
                project,
                written.replace("failsOnce", "failsNever"),
                "No test is of the exception for it.FailsInRound3Test");
        breaks(project, written.replace("until:", "untill:"), "surefoot-exceptions.yaml, line 6: 'untill' is unknown");
        breaks(
                project,
                written.replace("allowed: 35 %", "allowed: 1 %"),
                "failed 1 of 3 rounds, significantly more than the 1 % that its exception allows");
        breaks(
                project,
                written.replace(until.toString(), until.plusDays(90).toString()),
                "is too long: an exception ends by " + until.plusDays(80));
        isProposedForRemovalIfHealthy(project, written);
        Files.writeString(file, written);
        assertThat(project.run(project.surefoot("check"), "-Dsurefoot.exceptions.max=0")
                        .fails()
                        .tail())
                .contains("There is 1 exception, more than surefoot.exceptions.max=0");
    }

    /** Three of three rounds prove more than a third. */
    private static void isProposedForRemovalIfHealthy(Project project, String written) throws IOException {
        Files.writeString(
                project.file("surefoot-exceptions.yaml"),
                written
                        + written.lines()
                                .dropWhile(line -> !line.contains("- test:"))
                                .map(line -> line.replace("it.FailsInRound3Test#failsOnce", "it.Sound*"))
                                .filter(line -> !line.contains("failures:"))
                                .collect(Collectors.joining("\n", "", "\n")));
        Build healthy = project.run(project.surefoot("check"), "-Dsurefoot.threshold=35")
                .passes();
        assertThat(healthy.lines("HELD with 2 exceptions \\(next ends in 10 days\\)"))
                .as(healthy.tail())
                .hasSize(1);
        assertThat(healthy.lines("remove it: it.Sound\\* passed 3 of 3 rounds, which proves at least 36.8 %"))
                .as(healthy.tail())
                .hasSize(1);
    }

    private static void breaks(Project project, String file, String sentence) throws IOException {
        Files.writeString(project.file("surefoot-exceptions.yaml"), file);
        assertThat(project.run(project.surefoot("check")).fails().tail()).contains(sentence);
    }
}
