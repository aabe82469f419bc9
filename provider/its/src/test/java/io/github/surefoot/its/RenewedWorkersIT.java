package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.LeakFound;
import io.github.surefoot.core.journal.JournalEntry.WorkerStarted;
import io.github.surefoot.core.protocol.WorkerFact;
import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.Jdks;
import io.github.surefoot.its.harness.Jvms;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import io.github.surefoot.its.harness.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Rounds after the first in JVMs that are kept, with new classes of the project each: as fresh workers would run them, and
 * where not, by fresh workers.
 */
@OnProject(
        value = "renewed",
        run = {"test", "jacoco:report", "-Dsurefoot.rounds=4", "-Dsurefoot.workers=2", "-Dsurefoot.workers.kind=renewed"
        })
@Order(1)
class RenewedWorkersIT {
    private static final int ROUNDS = 4;
    private static final int TESTS = 20;
    private static final String ONCE = "it.OnceInAJvmTest";
    private static final List<String> PASSED =
            IntStream.range(0, ROUNDS).mapToObj(i -> "passed").toList();

    @Test
    void everyTestPassesAsInFreshWorkers(Build build) {
        assertThat(build.passes().verdict().word()).as(build.tail()).isEqualTo("held");
        assertThat(build.verdict().tests()).hasSize(TESTS).allSatisfy(test -> assertThat(test.outcomes())
                .as(test.shortName())
                .isEqualTo(PASSED));
        assertThat(build.verdict().roundsCompleted()).isEqualTo(ROUNDS);
        assertThat(build.reported()).hasSize(TESTS);
    }

    @Test
    void theKindsOfExecutionsAreToldAndTheProofNamesThem(Build build) {
        var executions = build.passes().verdict().json().path("executions");
        long fresh = executions.path("fresh").asLong();
        long renewed = executions.path("renewed").asLong();

        assertThat(build.verdict().json().path("workersKind").asText()).isEqualTo("renewed");
        assertThat(fresh + renewed).isEqualTo(TESTS * ROUNDS);
        assertThat(renewed)
                .as("all but the first round, what differs, and the sample")
                .isGreaterThan(15);
        assertThat(build.lines("19 other tests passed 4 of 4 \\(\\d+ fresh and \\d+ renewed executions\\),"
                        + " which proves at least 47.2 %"))
                .as(build.tail())
                .hasSize(1);
        assertThat(build.lines("Renewed workers were held against fresh ones in round 1, and by lot in 1 class"))
                .hasSize(1);
    }

    @Test
    void thePageNamesThemToo(Build build) throws IOException {
        assertThat(build.passes().directory().resolve("target/surefoot/report/index.html"))
                .content()
                .containsPattern("by \\d+ fresh and \\d+ renewed executions");
    }

    @Test
    void aClassThatDiffersIsRunByFreshWorkersAndBreaksNothing(Build build) {
        var once = build.passes().verdict().test("OnceInAJvmTest.setsTheFactory");

        assertThat(once.outcomes()).isEqualTo(PASSED);
        assertThat(build.lines("RENEWED ONLY: OnceInAJvmTest.setsTheFactory failed in [123] of 3 renewed rounds"
                        + " .*factory already defined.*, and in no fresh one"))
                .as(build.tail())
                .hasSize(1);
        var told = build.verdict().json().path("freshClasses");
        assertThat(IntStream.range(0, told.size()).mapToObj(told::get))
                .anySatisfy(one -> {
                    assertThat(one.path("class").asText()).isEqualTo(ONCE);
                    assertThat(one.path("reason").asText()).isEqualTo("differs");
                    assertThat(one.path("rounds").asInt()).isEqualTo(ROUNDS - 1);
                })
                .anySatisfy(one -> assertThat(one.path("reason").asText()).isEqualTo("sample"));
    }

    @Test
    void aForbiddenMessageThatOnlyRenewedWorkersSeeIsToldAndBreaksNothing(Build build) {
        assertThat(build.lines("RENEWED ONLY: \\d renewed workers? \\(first r2w\\d\\) told of the forbidden message"
                        + " 'unable to open database file' in SaysSoRenewedTest.prints, and no fresh one"))
                .as(build.tail())
                .hasSize(1);
        assertThat(build.verdict()
                        .json()
                        .path("renewedOnly")
                        .get(0)
                        .path("classes")
                        .get(0)
                        .asText())
                .isEqualTo("it.SaysSoRenewedTest");
        assertThat(build.log()).noneMatch(line -> line.startsWith("[ERROR]"));
    }

    @Test
    @OnProject("renewed")
    void renewedWorkersThatHangOrDieAreReplacedAndBreakNothing(Project project) {
        Build build = project.maven()
                .run(
                        "test",
                        "-Dsurefoot.rounds=4",
                        "-Dsurefoot.workers=2",
                        "-Dsurefoot.workers.kind=renewed",
                        "-Dsurefoot.testTimeout=10s",
                        "-Dtest=HangsOnceTest,DiesOnceTest,OldTest,BesideTest",
                        "-Dit.fatal=true")
                .passes();

        assertThat(build.lines("RENEWED ONLY: HangsOnceTest.once failed in 1 of \\d renewed rounds?"))
                .as(build.tail())
                .hasSize(1);
        assertThat(build.lines("RENEWED ONLY: DiesOnceTest.once failed in 1 of \\d renewed rounds? .* died while this"))
                .as(build.tail())
                .hasSize(1);
        assertThat(new Journals(build).all(ClassStarted.class))
                .filteredOn(start -> start.className().equals("it.OldTest"))
                .as("once a round, and perhaps by lot")
                .hasSizeBetween(ROUNDS, ROUNDS + 1);
        assertThat(build.verdict().json().path("executions").path("renewed").asInt())
                .as("other renewed workers went on: one test, four repetitions")
                .isGreaterThanOrEqualTo(2 * 4);
    }

    @Test
    void categoriesAreTold(Build build) {
        assertThat(build.verdict()
                        .json()
                        .path("categories")
                        .path("security")
                        .path("test")
                        .asDouble())
                .isEqualTo(100);
    }

    @Test
    void coverageIsOfFreshAndRenewedWorkers(Build build) throws IOException {
        assertThat(build.passes().directory().resolve("target/site/jacoco/jacoco.csv"))
                .content()
                .as("one branch and one method ran in renewed workers alone, the other branch in fresh ones")
                .containsPattern("it,OnlyRenewed,0,\\d+,0,2,");
        assertThat(build.lines("does not match|different class with same name")).isEmpty();
    }

    @Test
    void eachRoundHasADatabaseAsNewAndNobodyPrintsTheSecret(Build build) throws IOException {
        Build passed = build.passes();
        assertThat(passed.verdict().json().path("databases").path("created").asInt())
                .as("one a class and round at least")
                .isGreaterThanOrEqualTo(ROUNDS);
        assertThat(passed.verdict().json().path("secrets").get(0).path("source").asText())
                .isEqualTo("dotenv");
        try (Stream<Path> files = Files.walk(passed.directory().resolve("target"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .as(file.toString())
                            .doesNotContain("canary-of-renewed-workers"));
        }
        assertThat(passed.log()).noneMatch(line -> line.contains("canary-of-renewed-workers"));
    }

    @Test
    void whatCannotBePutBackIsNamedWithItsClass(Build build) {
        assertThat(new Journals(build.passes()).all(LeakFound.class))
                .extracting(LeakFound::what)
                .anySatisfy(what -> assertThat(what)
                        .startsWith("the factory of URL stream handlers (it.OnceInAJvmTest")
                        .endsWith("is there in later rounds"));
    }

    @Test
    void eachRoundOfAJvmIsAWorkerOfItsOwn(Build build) throws IOException {
        List<Note> notes = notes(build);

        assertThat(notes).filteredOn(note -> !note.what().equals("opened 1")).allSatisfy(note -> assertThat(note.what())
                .as("the project's own resource is new each time")
                .isEqualTo("closed 1"));
        assertThat(notes)
                .extracting(Note::worker)
                .filteredOn(worker -> worker.startsWith("r3w"))
                .isNotEmpty();
        assertThat(notes.stream()
                        .collect(Collectors.groupingBy(Note::pid, Collectors.mapping(Note::worker, Collectors.toSet())))
                        .values())
                .as("a JVM that ran more than one round")
                .anySatisfy(workers -> assertThat(workers).hasSizeGreaterThan(1));
    }

    @Test
    void whatTestsPrintIsKeptByWorker(Build build) throws IOException {
        for (int round = 1; round <= ROUNDS; round++) {
            String printed = printed(build.passes().directory().resolve("target/surefoot/output"), round);
            assertThat(printed)
                    .contains(
                            "==== it.NewEachRoundTest in round " + round,
                            "printed by r" + round + "w",
                            "kept and printed by r" + round + "w",
                            "logged by r" + round + "w");
        }
    }

    private static String printed(Path directory, int round) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(path -> path.getFileName().toString().startsWith("r" + round + "w"))
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void noClassRunsTwiceInARoundByOneKind(Build build) {
        List<ClassStarted> started = new Journals(build.passes()).all(ClassStarted.class);

        assertThat(started)
                .filteredOn(start -> start.className().equals("it.OldTest"))
                .hasSizeBetween(ROUNDS, ROUNDS + 1);
        assertThat(started).filteredOn(start -> start.className().equals(ONCE)).hasSizeBetween(ROUNDS, 2 * ROUNDS - 1);
    }

    /** In JVMs as users have them, which Surefoot tells how to compile and to keep their memory small. */
    @Test
    @OnProject(value = "renewed", jvms = Jvms.OF_USERS)
    void whatDiffersIsRememberedAndARenewedWorkerReplayed(Project project) {
        project.maven()
                .run(
                        "test",
                        "-Dsurefoot.rounds=3",
                        "-Dsurefoot.workers=1",
                        "-Dsurefoot.workers.kind=renewed",
                        "-Dtest=OnceInAJvmTest,OldTest")
                .passes();
        Build again = project.maven()
                .run(
                        "test",
                        "-Dsurefoot.rounds=3",
                        "-Dsurefoot.workers=1",
                        "-Dsurefoot.workers.kind=renewed",
                        "-Dtest=OnceInAJvmTest,OldTest")
                .passes();

        assertThat(again.lines("RENEWED ONLY|DIFFERS")).as(again.tail()).isEmpty();
        assertThat(again.lines("Fresh workers ran 1 class in all rounds, since they differed"))
                .hasSize(1);
        assertThat(new Journals(again).all(ClassStarted.class))
                .filteredOn(start -> start.className().equals(ONCE))
                .hasSize(3);

        Build replay =
                project.maven().run("surefoot:replay", "-Dsurefoot.worker=r2w1").passes();
        assertThat(replay.lines("replaying r2w1 ")).as(replay.tail()).hasSize(1);
    }

    /** Spring Boot has one shutdown hook for all applications, after which it takes none. */
    @Test
    @OnProject("spring-boot")
    void aSpringBootApplicationStartsInEachRound(Project project) {
        Build build = project.run(
                        "test", "-Dsurefoot.rounds=4", "-Dsurefoot.workers=1", "-Dsurefoot.workers.kind=renewed")
                .passes();

        assertThat(build.lines("RENEWED ONLY")).as(build.tail()).isEmpty();
        assertThat(build.verdict().test("ApplicationTests.contextLoads").outcomes())
                .isEqualTo(PASSED);
        assertThat(build.verdict().json().path("executions").path("renewed").asInt())
                .as("all but the first round and the sample")
                .isGreaterThan(1);
    }

    /** In one JVM the one fails after the other, and a fresh worker that ran it alone would not see it. */
    @Test
    @OnProject("small")
    void whatFailsForWhatRanBeforeItCountsAsInFreshWorkers(Project project) throws IOException {
        Files.writeString(project.file("src/test/java/it/PolluterTest.java"), """
                package it;

                import org.junit.jupiter.api.Test;

                class PolluterTest {
                    static int polluted;

                    @Test
                    void pollutes() {
                        polluted++;
                    }
                }
                """);
        Files.writeString(project.file("src/test/java/it/VictimTest.java"), """
                package it;

                import static org.junit.jupiter.api.Assertions.assertEquals;

                import org.junit.jupiter.api.Test;

                class VictimTest {
                    @Test
                    void isTheFirst() {
                        assertEquals(0, PolluterTest.polluted);
                    }

                    @Test
                    void saysSo() {
                        if (PolluterTest.polluted > 0) {
                            System.out.println("unable to open database file");
                        }
                    }
                }
                """);
        String[] fresh = {
            "test-compile",
            project.surefoot("test"),
            "-Dsurefoot.rounds=5",
            "-Dsurefoot.workers=1",
            "-Dsurefire.runOrder=alphabetical"
        };
        Verdict expected = project.run(fresh).fails().verdict();
        List<String> outcomes = expected.test("VictimTest.isTheFirst").outcomes();
        assertThat(outcomes).hasSize(5).containsOnly("failed");
        assertThat(expected.json().path("forbidden").path(0).path("count").asInt())
                .isEqualTo(5);

        Build renewed = project.run(renewed(fresh)).fails();

        assertThat(renewed.verdict().test("VictimTest.isTheFirst").outcomes())
                .as(renewed.tail())
                .isEqualTo(outcomes);
        assertThat(renewed.verdict().json().path("forbidden"))
                .isEqualTo(expected.json().path("forbidden"));
        assertThat(renewed.lines("RENEWED ONLY|DIFFERS")).isEmpty();
        assertThat(renewed.lines("a fresh worker runs the \\d class(es)? of r\\dw1 again, to see"))
                .isNotEmpty();
        assertThat(project.file(".surefoot/renewal")).doesNotExist();

        fresh[4] = "-Dsurefoot.order=random";
        Build random = project.run(renewed(fresh));

        assertThat(random.lines("fresh workers in all rounds: classes have another order in each round, and libraries"
                        + " remember the first \\(surefoot.order=random\\)"))
                .hasSize(1);
        assertThat(random.verdict().json().path("executions").has("renewed")).isFalse();
    }

    private static String[] renewed(String... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of("-Dsurefoot.workers.kind=renewed"))
                .toArray(String[]::new);
    }

    @Test
    @OnProject("small")
    void anotherJvmGoesOnAfterTwentyRounds(Project project) {
        Build build = project.run(
                        "test-compile",
                        project.surefoot("test"),
                        "-Dsurefoot.rounds=23",
                        "-Dsurefoot.workers=1",
                        "-Dsurefoot.workers.kind=renewed")
                .passes();

        assertThat(build.verdict().roundsCompleted()).isEqualTo(23);
        assertThat(build.lines("LEAK")).as(build.tail()).isEmpty();
        assertThat(new Journals(build)
                        .headers().stream()
                                .filter(worker ->
                                        "renewed".equals(worker.about().get(WorkerFact.KIND)))
                                .collect(Collectors.groupingBy(WorkerStarted::pid, Collectors.counting())))
                .as("what a JVM draws once it draws for twenty rounds at most")
                .hasSizeGreaterThan(1)
                .allSatisfy((pid, rounds) -> assertThat(rounds).isBetween(1L, 20L));
    }

    /** As Mockito does with a configuration that the project brings: it would be given that of the first round for ever. */
    @Test
    @OnProject("small")
    void aJvmThatHasGivenALibraryAClassOfTheProjectRunsNoFurtherRoundAndSaysWhy(Project project) throws IOException {
        Files.writeString(project.file("src/test/java/it/FiledTest.java"), """
                package it;

                import static org.junit.jupiter.api.Assertions.assertSame;

                import org.junit.jupiter.api.Test;

                class FiledTest {
                    @Test
                    void isTheSystems() throws ClassNotFoundException {
                        ClassLoader system = ClassLoader.getSystemClassLoader();
                        assertSame(FiledTest.class, Class.forName("it.FiledTest", true, system));
                    }
                }
                """);

        Build build = project.run(
                        "test-compile",
                        project.surefoot("test"),
                        "-Dtest=FiledTest",
                        "-Dsurefoot.rounds=3",
                        "-Dsurefoot.workers=1",
                        "-Dsurefoot.workers.kind=renewed")
                .passes();

        assertThat(build.lines("class it.FiledTest, which a library has asked the JVM for .*; another JVM goes on"))
                .as(build.tail())
                .hasSize(1);
        assertThat(build.lines("RENEWED ONLY|DIFFERS")).isEmpty();
    }

    /** 14 rounds prove 80 %; one test fails in the third, which is a renewed one, and in no fresh one. */
    @Test
    @OnProject("fails-in-round-3")
    void roundsEndOnceTheSuiteCannotBeHeldAnyMore(Project project) throws IOException {
        String[] arguments = {
            "test-compile",
            project.surefoot("test"),
            "-Dsurefoot.rounds=auto",
            "-Dsurefoot.threshold=80",
            "-Dsurefoot.workers=2"
        };
        Build build = project.maven().run(arguments).fails();

        JsonNode verdict = build.verdict().json();
        assertThat(build.verdict().word()).as(build.tail()).isEqualTo("insufficient");
        int last = verdict.path("earlyStop").path("afterRound").asInt();
        assertThat(last).isBetween(5, 13);
        assertThat(verdict.path("rounds").path("planned").asInt()).isEqualTo(14);
        assertThat(build.verdict().roundsCompleted()).isEqualTo(last);
        assertThat(build.lines("Stopped after round " + last
                        + " of 14, since it could not be held any more; that saved \\d+" + " executions"))
                .hasSize(1);
        assertThat(build.verdict().test("FailsInRound3Test.failsOnce").outcomes())
                .as("what fresh workers make of it")
                .hasSize(last)
                .containsOnly("passed");

        // The class that differed is fresh from the start: its rounds come last, and all are run.
        Build again = project.maven().run(arguments).passes();

        assertThat(again.verdict().json().has("earlyStop")).isFalse();
        assertThat(again.verdict().roundsCompleted()).isEqualTo(14);
    }

    @Test
    @OnProject(value = "renewed", jvms = Jvms.OF_USERS)
    void jdk25(Project project) {
        Optional<Path> home = Jdks.home(25);
        assumeTrue(home.isPresent(), "No JDK 25 is installed beside the one that runs the build");

        Build build = project.maven()
                .environment("JAVA_HOME", home.orElseThrow().toString())
                .run(
                        "test",
                        "-Dsurefoot.rounds=3",
                        "-Dsurefoot.workers=1",
                        "-Dsurefoot.workers.kind=renewed",
                        "-Dtest=NewEachRoundTest,MockedTest,OldTest,OldNgTest,StoreTest")
                .passes();

        assertThat(build.lines("RENEWED ONLY|DIFFERS|LEAK")).as(build.tail()).isEmpty();
        assertThat(build.verdict().json().path("executions").path("renewed").asLong())
                .isGreaterThan(10);
    }

    @Test
    @OnProject("jpms")
    void testsOnAModulePathGetFreshWorkersAndThatIsTold(Project project) {
        Build build = project.maven()
                .run("test-compile", project.surefoot("test"), "-Dsurefoot.rounds=2", "-Dsurefoot.workers.kind=renewed")
                .passes();

        assertThat(build.lines(
                        "fresh workers in all rounds: the project is a module, whose tests run on a module path"))
                .as(build.tail())
                .hasSize(1);
        assertThat(build.verdict().json().path("executions").has("renewed")).isFalse();
    }

    private static List<Note> notes(Build build) throws IOException {
        return Files.readAllLines(build.passes().directory().resolve("target/noted.txt")).stream()
                .map(line -> line.split(" ", 3))
                .map(words -> new Note(words[0], words[1], words[2]))
                .toList();
    }

    private record Note(String worker, String pid, String what) {}
}
