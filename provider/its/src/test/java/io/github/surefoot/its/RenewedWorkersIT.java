package io.github.surefoot.its;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.LeakFound;
import io.github.surefoot.its.harness.Build;
import io.github.surefoot.its.harness.OnProject;
import io.github.surefoot.its.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Rounds after the first in JVMs that are kept, with new classes of the project each: as fresh workers would run them, and
 * where not, by fresh workers.
 */
@OnProject(
        value = "renewed",
        run = {"test", "-Dsurefoot.rounds=4", "-Dsurefoot.workers=2", "-Dsurefoot.workers.kind=renewed"})
class RenewedWorkersIT {
    private static final int ROUNDS = 4;
    private static final int TESTS = 12;
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
        assertThat(build.lines("11 other tests passed 4 of 4 \\(\\d+ fresh and \\d+ renewed executions\\),"
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
        assertThat(Stream.of(0, 1, 2).map(told::get))
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
        long jvms = notes.stream()
                .filter(note -> note.worker().matches("r[234]w.*"))
                .map(Note::pid)
                .distinct()
                .count();
        long workers = notes.stream()
                .filter(note -> note.worker().matches("r[234]w.*"))
                .map(Note::worker)
                .distinct()
                .count();
        assertThat(jvms).as("JVMs that ran more than one round").isLessThan(workers);
    }

    @Test
    void whatTestsPrintIsKeptByWorker(Build build) throws IOException {
        for (int round = 1; round <= ROUNDS; round++) {
            String printed = printed(build.passes().directory().resolve("target/surefoot/output"), round);
            assertThat(printed).contains("==== it.NewEachRoundTest in round " + round, "printed by r" + round + "w");
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

    @Test
    @OnProject("renewed")
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

    private static List<Note> notes(Build build) throws IOException {
        return Files.readAllLines(build.passes().directory().resolve("target/noted.txt")).stream()
                .map(line -> line.split(" ", 3))
                .map(words -> new Note(words[0], words[1], words[2]))
                .toList();
    }

    private record Note(String worker, String pid, String what) {}
}
