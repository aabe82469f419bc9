package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import io.github.surefoot.its.harness.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Parts of a run on several machines, one after the other here, and what a merge makes of them. */
@OnProject("many-classes")
@Order(1)
class ShardsIT {
    private static final String COUNTED = """
            package it;

            import static org.junit.jupiter.api.Assertions.assertNotEquals;

            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.nio.file.StandardOpenOption;
            import org.junit.jupiter.api.Test;

            class CountedTest {
                @Test
                void failsTheSecondTime() throws Exception {
                    Path counted = Path.of("counted.txt");
                    Files.writeString(counted, "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    assertNotEquals(2, Files.size(counted));
                }
            }
            """;

    @Test
    void shardsByClassesAreMergedToTheVerdictOfOneMachine(Project project) throws IOException {
        Files.writeString(project.file("src/test/java/it/CountedTest.java"), COUNTED);
        commit(project, "c0ffee00c0ffee00c0ffee00c0ffee00c0ffee00");
        // Remembers how long each class takes.
        Build whole = run(project).passes();
        Verdict expected = whole.verdict();
        Map<String, String> reported = whole.reported();
        assertThat(expected.word()).isEqualTo("held");
        assertThat(expected.test("CountedTest.failsTheSecondTime").status()).isEqualTo("flaky");

        List<String> classes = new ArrayList<>();
        for (int index = 1; index <= 3; index++) {
            Build shard = index == 2 ? onGitLab(project) : run(project, "-Dsurefoot.shard=" + index + "/3");
            shard.passes();
            assertThat(shard.lines("shard " + index + " of 3 by classes, balanced by how long they take, which the"
                            + " history knows of 9"))
                    .as(shard.tail())
                    .hasSize(1);
            assertThat(shard.lines("shard " + index + " of 3 is done .\\d classes, .*It has no verdict of its own"))
                    .as(shard.tail())
                    .hasSize(1);
            assertThat(shard.verdict().word()).isEqualTo("insufficient");
            assertThat(project.file("target/surefire-reports/TEST-Surefoot.xml"))
                    .doesNotExist();
            shard.verdict()
                    .json()
                    .path("tests")
                    .forEach(test -> classes.add(test.path("class").asText()));
            keep(project, "shards/" + index);
        }
        assertThat(classes.stream().distinct()).hasSize(9);
        assertThat(classes)
                .as("no test is in two shards")
                .hasSize(expected.tests().size());

        mergesToTheSame(project, expected, reported);
        isNeverHeldOtherwise(project);
        keepsOthersOut(project);
    }

    private static void mergesToTheSame(Project project, Verdict expected, Map<String, String> reported) {
        Build merged = check(project, "shards/*").passes();
        assertThat(merged.verdict().word()).isEqualTo("held");
        assertThat(merged.verdict().tests()).isEqualTo(expected.tests());
        assertThat(merged.reported()).isEqualTo(reported);
        for (String key : List.of("rounds", "passRate", "lowerBound", "seed", "order", "module", "workersKind")) {
            assertThat(merged.verdict().json().path(key))
                    .as(key)
                    .isEqualTo(expected.json().path(key));
        }
        assertThat(merged.verdict().json().path("shards")).hasSize(3).allSatisfy(shard -> {
            assertThat(shard.path("classes").asInt()).isPositive();
            assertThat(shard.path("rounds").asInt()).isEqualTo(2);
            assertThat(shard.path("millis").asLong()).isPositive();
        });
        // A trend would compare it with itself.
        Build again = check(project, "shards/3,shards/1,shards/2").passes();
        assertThat(again.verdict().json().path("run"))
                .isEqualTo(merged.verdict().json().path("run"));
        assertThat(again.lines("CountedTest.*flaky since")).hasSize(1);
        assertThat(again.lines("executions of the last run"))
                .as(again.tail())
                .isEqualTo(merged.lines("executions of the last run"));
    }

    private static void isNeverHeldOtherwise(Project project) throws IOException {
        assertThat(reasons(project, "shards/1,shards/3")).startsWith("Shard 2 of 3 is not there");
        copy(project.file("shards/2"), project.file("copies/2"));
        assertThat(reasons(project, "shards/*,copies/2")).startsWith("Shard 2 of 3 is there twice");

        Path journal = project.file("copies/2/run.journal");
        List<String> lines = Files.readAllLines(journal);
        Files.write(journal, lines.subList(0, lines.size() / 2));
        assertThat(reasons(project, "shards/1,copies/2,shards/3")).contains("Shard 2 of 3 is half-written");
    }

    private static void keepsOthersOut(Project project) throws IOException {
        commit(project, "beefbeefbeefbeefbeefbeefbeefbeefbeefbeef");
        run(project, "-Dsurefoot.shard=3/3", "-Dsurefoot.testTimeout=90s").passes();
        keep(project, "other/3");
        assertThat(reasons(project, "shards/1,shards/2,other/3"))
                .startsWith("Shard 3 of 3 in " + project.file("other/3/run.journal") + " is of another run")
                .contains("commit beefbeef", "not c0ffee00", "surefoot.testTimeout 90s, not none")
                .contains("Shard 3 of 3 is not there");
        assertThat(project.run(project.surefoot("check"), "-Dsurefoot.journals=shards/7")
                        .fails()
                        .lines("surefoot.journals is .*but must be a directory with journals"))
                .isNotEmpty();
    }

    @Test
    @OnProject("many-classes")
    void shardsByRoundsAreTheRoundsOfOneRun(Project project) throws IOException {
        for (int index = 1; index <= 2; index++) {
            Build shard = project.run(
                            "test",
                            "-Dtest=Noted1Test,Noted2Test",
                            "-Dsurefoot.rounds=3",
                            "-Dsurefoot.workers=1",
                            "-Dsurefoot.order=random",
                            "-Dsurefoot.shard.by=rounds",
                            "-Dsurefoot.shard=" + index + "/2")
                    .passes();
            assertThat(shard.lines("shard " + index + " of 2: " + (index == 1 ? "rounds 1 to 2 of 3" : "round 3 of 3")))
                    .as(shard.tail())
                    .hasSize(1);
            keep(project, "shards/" + index);
        }
        Build merged = project.run(project.surefoot("check"), "-Dsurefoot.journals=shards/*")
                .passes();
        assertThat(merged.verdict().word()).isEqualTo("held");
        assertThat(merged.verdict().roundsCompleted()).isEqualTo(3);
        assertThat(merged.verdict().tests()).hasSize(6).allSatisfy(test -> assertThat(test.outcomes())
                .hasSize(3));

        assertThat(project.run("test", "-Dsurefoot.shard=6/5").fails().lines("surefoot.shard is '6/5', but must be"))
                .isNotEmpty();
    }

    /** What the classes of the second machine share is down there, in all rounds, and nowhere else. */
    @Test
    @OnProject("many-classes")
    void aShardByClassesThatIsDownAloneIsToldAsThat(Project project) throws IOException {
        project.replace("src/test/java/it/Noted.java", "void two() {}", "void two() throws Exception { ask(); }");
        project.replace("src/test/java/it/Noted.java", "void three() {}", """
                void three() throws Exception { ask(); }

                private static void ask() throws Exception {
                    int port = Integer.parseInt(Files.readString(Path.of("service.txt")));
                    new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), port).close();
                }""");
        try (ServerSocket service = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Files.writeString(project.file("service.txt"), Integer.toString(service.getLocalPort()));
            project.run("test", "-Dsurefoot.rounds=2", "-Dsurefoot.history=none", "-Dsurefoot.shard=1/2")
                    .passes();
            keep(project, "shards/1");
        }
        assertThat(project.run("test", "-Dsurefoot.rounds=2", "-Dsurefoot.history=none", "-Dsurefoot.shard=2/2")
                        .fails()
                        .lines("with shard 2 of 2 the run cannot be held"))
                .isNotEmpty();
        keep(project, "shards/2");

        Build merged = project.run(project.surefoot("check"), "-Dsurefoot.journals=shards/*")
                .fails();
        assertThat(merged.verdict().word()).isEqualTo("insufficient");
        assertThat(merged.verdict().reasons())
                .startsWith(
                        "Shard 2 of 2 was an outage in rounds 1, 2: 8 of its 12 tests, of 4 classes, passed in none")
                .contains("ConnectException");
        assertThat(merged.verdict().json().path("reasons")).hasSize(1);
        assertThat(merged.verdict().named("skipped"))
                .as("not evidence against them")
                .hasSize(8);
        assertThat(merged.verdict().named("reliable")).hasSize(16);
        assertThat(merged.reported().values()).filteredOn("skipped"::equals).hasSize(8);
    }

    /** As the project is, what its tests share is down in the second round, which is the whole of the second shard. */
    @Test
    @OnProject("outage")
    void aShardByRoundsThatIsDownAloneIsToldAsThat(Project project) throws IOException {
        for (int index = 1; index <= 3; index++) {
            project.run(
                    "test",
                    "-Dsurefoot.rounds=3",
                    "-Dsurefoot.workers=1",
                    "-Dsurefoot.history=none",
                    "-Dsurefoot.shard.by=rounds",
                    "-Dsurefoot.shard=" + index + "/3");
            keep(project, "shards/" + index);
        }
        Build merged = project.run(project.surefoot("check"), "-Dsurefoot.journals=shards/*")
                .fails();
        assertThat(merged.verdict().word()).isEqualTo("insufficient");
        assertThat(merged.verdict().reasons()).startsWith("Shard 2 of 3 was an outage in round 2: 10 of its 13");
        assertThat(merged.verdict().named("flaky")).isEmpty();
        assertThat(merged.verdict().named("reliable")).hasSize(13);
    }

    private static final List<String> SETTINGS =
            List.of("-Dsurefoot.rounds=2", "-Dsurefoot.threshold=50", "-Dsurefoot.order=random", "-Dsurefoot.seed=7");

    private static String[] arguments(String... more) {
        return Stream.of(Stream.of("test"), SETTINGS.stream(), Stream.of(more))
                .flatMap(all -> all)
                .toArray(String[]::new);
    }

    private static Build run(Project project, String... more) throws IOException {
        Files.deleteIfExists(project.file("counted.txt"));
        return project.run(arguments(more));
    }

    private static Build onGitLab(Project project) throws IOException {
        Files.deleteIfExists(project.file("counted.txt"));
        return project.maven()
                .environment("GITLAB_CI", "true")
                .environment("CI_NODE_INDEX", "2")
                .environment("CI_NODE_TOTAL", "3")
                .run(arguments("-Dsurefoot.shard=auto"));
    }

    private static Build check(Project project, String directories) {
        return project.run(project.surefoot("check"), "-Dsurefoot.threshold=50", "-Dsurefoot.journals=" + directories);
    }

    private static String reasons(Project project, String directories) {
        Build build = check(project, directories).fails();
        assertThat(build.verdict().word()).as(build.tail()).isEqualTo("insufficient");
        return build.verdict().reasons();
    }

    private static void commit(Project project, String commit) throws IOException {
        Files.writeString(Files.createDirectories(project.file(".git")).resolve("HEAD"), commit + "\n");
    }

    private static void keep(Project project, String place) throws IOException {
        copy(project.file("target/surefoot/journals"), project.file(place));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
