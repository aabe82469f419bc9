package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.GuideCommand;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A worker is run again: the same classes and methods in the same order. */
@Execution(ExecutionMode.CONCURRENT)
class ReplayIT {
    @Test
    @OnProject("many-classes")
    void runsWhatTheWorkerRanInItsOrder(Project project) throws IOException {
        // As projects of Apache Commons have it: what the build writes beside the licence is not of the suite.
        project.replace("pom.xml", "</project>", """
                  <build>
                    <resources>
                      <resource>
                        <directory>${basedir}</directory>
                        <includes><include>LICENSE.txt</include></includes>
                      </resource>
                    </resources>
                  </build>
                </project>""");
        Build run = project.run(
                        "test",
                        "-Dsurefoot.rounds=2",
                        "-Dsurefoot.workers=2",
                        "-Dsurefoot.order=random",
                        "-Dsurefoot.seed=7")
                .passes();
        String worker = run.journalOf(2).getFileName().toString().replace(".journal", "");
        List<String> original = new Journals(run)
                .of(worker, TestStarted.class).stream()
                        .map(started -> started.test().className())
                        .distinct()
                        .toList();
        Files.delete(project.file("target/noted.txt"));

        project.run(GuideCommand.REPLAY_BY_FULL_NAME.where(Map.of("r3w1", worker)))
                .passes();

        List<String> replayed = Files.readAllLines(project.file("target/noted.txt")).stream()
                .filter(line -> line.startsWith("starts "))
                .map(line -> line.split(" ")[1])
                .toList();
        assertThat(original).isNotEmpty();
        assertThat(replayed).isEqualTo(original);
    }

    /** Surefire draws a seed for classes and methods, and keeps it to itself. */
    @Test
    @OnProject("cases-order")
    void runsInTheRandomOrderOfSurefiresOwn(Project project) throws IOException {
        Build run = project.run(
                        "test-compile",
                        project.surefoot("test"),
                        "-Dsurefoot.rounds=3",
                        "-Dsurefoot.workers=1",
                        "-Dsurefire.runOrder=random")
                .passes();
        List<String> original = new Journals(run)
                .of("r1w1", TestStarted.class).stream()
                        .map(started -> started.test().className() + "."
                                + started.test().name())
                        .toList();
        Files.delete(project.file("target/noted.txt"));

        project.run(project.surefoot("replay"), "-Dsurefoot.worker=r1w1").passes();

        assertThat(original).hasSize(21).isNotEqualTo(original.stream().sorted().toList());
        assertThat(project.file("target/noted.txt")).hasContent(String.join("\n", original));
    }

    /** Surefire gives its seed to Jupiter's orders of classes and of methods: neither is drawn anew, nor twice. */
    @Test
    @OnProject("many-classes")
    void surefiresOwnRandomOrderIsRunAgainAndAPartOfIt(Project project) throws IOException {
        Build run = project.run("test", "-Dsurefoot.rounds=2", "-Dsurefoot.workers=1", "-Dsurefire.runOrder=random")
                .passes();
        List<TestId> original = started(new Journals(run).of("r2w1", TestStarted.class));

        Build replay = project.run(project.surefoot("replay"), "-Dsurefoot.worker=r2w1")
                .passes();

        assertThat(original).hasSize(24);
        assertThat(replayed(project)).isEqualTo(original);
        assertThat(replay.lines("replaying r2w1 .*Surefire's random order with seed -?\\d+"))
                .as(replay.tail())
                .hasSize(1);

        project.run(GuideCommand.REPLAY_PART.where(
                        Map.of("shop.FilterTest,shop.GraphTest#links", "Noted7Test,Noted2Test#one,Noted2Test#three")))
                .passes();

        assertThat(replayed(project))
                .hasSize(5)
                .isEqualTo(original.stream()
                        .filter(test -> test.className().equals("it.Noted7Test")
                                || (test.className().equals("it.Noted2Test")
                                        && !test.name().equals("two")))
                        .toList());
    }

    private static List<TestId> started(List<TestStarted> entries) {
        return entries.stream().map(TestStarted::test).toList();
    }

    private static List<TestId> replayed(Project project) throws IOException {
        Path journal = project.file("target/surefoot/replay/journals/r2w1.journal");
        return started(JournalReader.read(journal).entries().stream()
                .filter(TestStarted.class::isInstance)
                .map(TestStarted.class::cast)
                .toList());
    }

    /** What a CI server prints is typed at a desk as it is: offline, at the root, with nothing installed. */
    @Test
    @OnProject("sibling-modules")
    void theCommandThatIsPrintedWorksWhereModulesUseEachOther(Project project) throws IOException {
        Build run = project.maven()
                .environment("CI", "true")
                .run("test", "-Dsurefoot.rounds=2", "-Dsurefoot.workers=1")
                .fails();
        String line = run.lines("replay the failing worker").get(0);
        List<String> words = List.of(line.substring(line.indexOf("mvn ") + 4).split(" "));
        assertThat(line).contains("on your machine, with app/target/surefoot/journals/r1w1.journal of this build:");
        assertThat(words)
                .contains("-pl", ":app", "-am", "-Dsurefoot.replay.module=app", "-Dsurefoot.journal=r1w1.journal");
        Files.copy(project.file("app/target/surefoot/journals/r1w1.journal"), project.file("r1w1.journal"));

        Build replay = project.run(words.toArray(String[]::new)).fails();

        assertThat(replay.lines("\\[ERROR]   AppTest.counts failed again:"))
                .as(replay.tail())
                .hasSize(1);

        Build elsewhere = project.run("test-compile", project.surefoot("replay"), "-Dsurefoot.replay.module=nowhere")
                .fails();
        assertThat(elsewhere.lines("surefoot.replay.module is 'nowhere', but must be .*: one of .*app"))
                .as(elsewhere.tail())
                .isNotEmpty();

        project.replace("lib/src/main/java/it/Lib.java", "return 1;", "return 2;");
        Build changed = project.run(words.toArray(String[]::new)).fails();

        assertThat(changed.lines("\\[ERROR].*The suite has changed"))
                .as(changed.tail())
                .isNotEmpty();
    }

    @Test
    @OnProject("fails-in-round-3")
    void aJournalFromElsewhereIsReplayedByItsPathUnlessTheSuiteHasChangedSince(Project project) throws IOException {
        Build run = project.run("test", "-Dsurefoot.rounds=1", "-Dsurefoot.workers=1")
                .passes();
        Path journal = run.journals().stream()
                .filter(file -> file.getFileName().toString().equals("r1w1.journal"))
                .findFirst()
                .orElseThrow();
        Path elsewhere = project.directory().resolveSibling("from-ci.journal");
        Files.copy(journal, elsewhere);

        Build replay = project.run(project.surefoot("replay"), "-Dsurefoot.journal=" + elsewhere);

        replay.passes();
        assertThat(replay.lines("Tests run: 3")).as(replay.tail()).isNotEmpty();

        project.replace("src/test/java/it/SoundTest.java", "passes()", "passesStill()");

        Build changed = project.run("test-compile", project.surefoot("replay"), "-Dsurefoot.worker=r1w1")
                .fails();

        assertThat(changed.lines("\\[ERROR].*(?i)changed")).as(changed.tail()).isNotEmpty();
    }

    @Test
    @OnProject("small")
    void aWorkerThatNeverWasIsRefusedByName(Project project) {
        Build replay = project.run(project.surefoot("replay"), "-Dsurefoot.worker=r9w9")
                .fails();

        assertThat(replay.lines("\\[ERROR].*r9w9")).as(replay.tail()).isNotEmpty();
    }
}
