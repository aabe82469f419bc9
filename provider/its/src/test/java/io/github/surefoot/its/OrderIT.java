package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.core.order.JupiterOrders;
import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.GuideCommand;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A random order is the same order whenever its seed is. */
@OnProject("many-classes")
class OrderIT {
    @Test
    void theSameSeedIsTheSameOrder(Project project) throws IOException {
        List<List<String>> first = orders(shuffled(project, "42"));
        Files.createDirectories(project.file("src/test/resources"));
        Files.writeString(
                project.file("src/test/resources/" + JupiterOrders.FILE),
                JupiterOrders.CLASSES + "=org.junit.jupiter.api.ClassOrderer$ClassName");
        List<List<String>> second = orders(shuffled(project, "42", "-Dsurefire.runOrder=alphabetical"));
        List<List<String>> other = orders(shuffled(project, "43"));

        assertThat(second)
                .as("whatever Surefire's own order is, and the project's")
                .isEqualTo(first);
        assertThat(other).isNotEqualTo(first);
        assertThat(first.get(0)).hasSize(24).doesNotHaveDuplicates();
        assertThat(first.get(1))
                .as("each round has an order of its own")
                .containsExactlyInAnyOrderElementsOf(first.get(0))
                .isNotEqualTo(first.get(0));
        assertThat(first.get(0))
                .as("shuffled at all")
                .isNotEqualTo(orders(configured(project)).get(0));
    }

    @Test
    void aSeedThatSurefootChoseIsSaidAndKept(Project project) {
        Build build = project.run(
                        GuideCommand.LOOK_SHUFFLED.where(Map.of("rounds=5", "rounds=2"), "-Dsurefoot.workers=1"))
                .passes();

        String seed = build.verdict().json().path("seed").asText();
        assertThat(seed).matches("-?\\d+");
        assertThat(build.lines("seed.*" + seed)).as(build.tail()).isNotEmpty();
    }

    /** Their engines take no seed. */
    @Test
    @OnProject("many-methods")
    void methodsOfJUnit4AndTestNgAreShuffledTooAndTheReplayHasThemInTheSameOrder(Project project) throws IOException {
        Build build = shuffled(project, "42");
        List<List<String>> first = orders(build);

        for (String type : List.of("OldTest", "NgTest")) {
            List<String> ofRound1 = of(type, first.get(0));
            assertThat(ofRound1)
                    .as(type)
                    .hasSize(8)
                    .isNotEqualTo(ofRound1.stream().sorted().toList())
                    .isNotEqualTo(of(type, first.get(1)))
                    .containsExactlyInAnyOrderElementsOf(of(type, first.get(1)));
        }
        assertThat(of("FixedTest", first.get(1))).hasSize(8).isSorted();
        assertThat(build.lines("Not shuffled: the methods of it\\.FixedTest \\(@FixMethodOrder\\)\\."))
                .as(build.tail())
                .hasSize(1);
        assertThat(build.verdict().json().path("keptOrders").toString())
                .isEqualTo("[{\"class\":\"it.FixedTest\",\"why\":\"@FixMethodOrder\"}]");

        project.run(project.surefoot("replay"), "-Dsurefoot.worker=r2w1").passes();
        assertThat(JournalReader.read(project.file("target/surefoot/replay/journals/r2w1.journal")).entries().stream()
                        .filter(TestStarted.class::isInstance)
                        .map(entry -> ((TestStarted) entry).test().toString()))
                .isEqualTo(first.get(1));
    }

    @Test
    @OnProject("many-methods")
    void reversedIsBackwardsAndInPairsEachRoundIsAnotherRowThatAReplayRepeats(Project project) throws IOException {
        List<String> usual = orders(configured(project)).get(0);
        List<String> reversed =
                orders(run(project, "-Dsurefoot.order=reversed")).get(1);
        for (String type : List.of("OldTest", "NgTest")) {
            List<String> backwards = new ArrayList<>(of(type, usual));
            Collections.reverse(backwards);
            assertThat(of(type, reversed)).as(type).hasSize(8).isEqualTo(backwards);
        }
        assertThat(of("FixedTest", reversed)).isSorted();

        List<List<String>> fromRow3 = orders(run(project, "-Dsurefoot.order=pairs", "-Dsurefoot.seed=3"));
        List<List<String>> fromRow4 = orders(run(project, "-Dsurefoot.order=pairs", "-Dsurefoot.seed=4"));
        assertThat(fromRow4.get(0)).isEqualTo(fromRow3.get(1)).isNotEqualTo(fromRow3.get(0));

        project.run(project.surefoot("replay"), "-Dsurefoot.worker=r2w1").passes();
        assertThat(JournalReader.read(project.file("target/surefoot/replay/journals/r2w1.journal")).entries().stream()
                        .filter(TestStarted.class::isInstance)
                        .map(entry -> ((TestStarted) entry).test().toString()))
                .isEqualTo(fromRow4.get(1));
    }

    private static List<String> of(String type, List<String> order) {
        return order.stream().filter(name -> name.startsWith("it." + type)).toList();
    }

    private static Build shuffled(Project project, String seed, String... more) {
        Build build = run(
                project,
                Stream.concat(Stream.of("-Dsurefoot.order=random", "-Dsurefoot.seed=" + seed), Stream.of(more))
                        .toArray(String[]::new));
        assertThat(build.verdict().json().path("seed").asText()).isEqualTo(seed);
        return build;
    }

    private static Build configured(Project project) {
        return run(project, "-Dsurefoot.order=configured");
    }

    private static Build run(Project project, String... options) {
        String[] arguments = new String[options.length + 3];
        arguments[0] = "test";
        arguments[1] = "-Dsurefoot.rounds=2";
        arguments[2] = "-Dsurefoot.workers=1";
        System.arraycopy(options, 0, arguments, 3, options.length);
        return project.run(arguments).passes();
    }

    /** The tests of each round in the order in which its only worker ran them. */
    private static List<List<String>> orders(Build build) {
        Journals journals = new Journals(build);
        return List.of(order(journals, "r1w1"), order(journals, "r2w1"));
    }

    private static List<String> order(Journals journals, String worker) {
        return journals.of(worker, TestStarted.class).stream()
                .map(started -> started.test().toString())
                .toList();
    }
}
