package io.github.surefoot.analysis.evidence.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.Finding.Kind;
import io.github.surefoot.analysis.evidence.ForbiddenMessage;
import io.github.surefoot.analysis.evidence.Leak;
import io.github.surefoot.analysis.evidence.ResourceFacts;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.WorkerProblem;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.ClassFinished;
import io.github.surefoot.core.journal.JournalEntry.ClassPlanned;
import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.Finished;
import io.github.surefoot.core.journal.JournalEntry.RoundFinished;
import io.github.surefoot.core.journal.JournalEntry.RoundStarted;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceReaderTest {
    @TempDir
    Path dir;

    @Test
    void tellsEveryOutcomeOfEveryRound() throws IOException {
        new JournalScript(dir, 3)
                .test("shop.CartTest", "adds", "PFP", "integration")
                .test("shop.CartTest", "expires", "SAE")
                .write();

        Evidence evidence = EvidenceReader.read(dir);

        assertThat(evidence.findings()).isEmpty();
        assertThat(evidence.completedRounds()).isEqualTo(3);
        assertThat(evidence.run().module()).isEqualTo("shop:cart");
        assertThat(evidence.tests())
                .extracting(TestEvidence::shortName)
                .containsExactly("CartTest.adds", "CartTest.expires");
        assertThat(words(evidence, "adds")).containsExactly("passed", "failed", "passed");
        assertThat(words(evidence, "expires")).containsExactly("skipped", "aborted", "errored");
        assertThat(test(evidence, "adds").tags()).containsExactly("integration");
        assertThat(test(evidence, "adds").executions().get(1).worker()).isEqualTo("r2w1");
        assertThat(test(evidence, "adds").executions().get(1).millis()).isEqualTo(12);
        assertThat(evidence.failingWorkers()).containsExactly("r2w1", "r3w1");
        assertThat(evidence.worker("r3w1").orElseThrow().classes())
                .singleElement()
                .satisfies(bar -> assertThat(bar.endedAt() - bar.startedAt()).isEqualTo(1_000));
    }

    @Test
    void aRunWithoutTestsIsWhole() throws IOException {
        new JournalScript(dir, 2).write();

        Evidence evidence = EvidenceReader.read(dir);

        assertThat(evidence.findings()).isEmpty();
        assertThat(evidence.tests()).isEmpty();
        assertThat(evidence.completedRounds()).isEqualTo(2);
    }

    @Test
    void aTestInFlightWhenItsWorkerDiesHasCrashedAndThoseBehindItDidNotRun() throws IOException {
        new JournalScript(dir, 2)
                .test("shop.CartTest", "adds", "PP")
                .test("shop.CartTest", "kills", "PC")
                .test("shop.CartTest", "later", "PP")
                .write();

        Evidence evidence = EvidenceReader.read(dir);

        assertThat(words(evidence, "adds")).containsExactly("passed", "passed");
        assertThat(words(evidence, "kills")).containsExactly("passed", "crashed");
        assertThat(words(evidence, "later")).containsExactly("passed", "not run");
        assertThat(evidence.completedRounds()).isEqualTo(1);
        assertThat(kinds(evidence)).containsExactly(Kind.WORKER_DIED);
        assertThat(evidence.findings().get(0).sentence())
                .isEqualTo("Worker r2w1 (process 4711) died in round 2 while it ran CartTest.kills."
                        + " Run it again alone:  mvn surefoot:replay -Dsurefoot.worker=r2w1");
    }

    @Test
    void whatAnotherWorkerMakesOfADeadOnesClassDoesNotHideTheCrash() throws IOException {
        plan(
                dir,
                1,
                List.of(
                        new RoundStarted(1, 1, 10),
                        new ClassPlanned(1, "C"),
                        new RoundFinished(1, 1, "", 20),
                        new RoundStarted(1, 2, 21),
                        new RoundFinished(1, 2, "", 30)));
        List<JournalEntry> dead = new ArrayList<>(List.of(new ClassStarted(1, "C", 11)));
        dead.addAll(execution(1, "before", new Outcome.Passed()));
        dead.add(start(2, "kills", false));
        JournalScript.worker(dir, 1, 1, dead);
        List<JournalEntry> second = new ArrayList<>(List.of(new ClassStarted(1, "C", 22)));
        second.addAll(execution(1, "before", new Outcome.Failed(FAILURE)));
        second.addAll(execution(2, "kills", new Outcome.Passed()));
        second.addAll(execution(3, "after", new Outcome.Passed()));
        second.addAll(List.of(new ClassFinished(1, "C", 29), new Finished(29)));
        JournalScript.worker(dir, 1, 2, second);

        Evidence evidence = EvidenceReader.read(dir);

        assertThat(words(evidence, "before")).containsExactly("failed");
        assertThat(words(evidence, "kills")).containsExactly("crashed");
        assertThat(words(evidence, "after")).containsExactly("passed");
        assertThat(kinds(evidence)).containsExactly(Kind.WORKER_DIED);
        assertThat(evidence.rounds().get(0).attempts()).isEqualTo(2);
        assertThat(evidence.rounds().get(0).complete()).isFalse();
    }

    @Test
    void aRerunDoesNotMaskTheFirstOutcome() throws IOException {
        plan(dir, 1, List.of(new RoundStarted(1, 1, 10), new ClassPlanned(1, "C"), new RoundFinished(1, 1, "", 20)));
        List<JournalEntry> entries = new ArrayList<>(List.of(new ClassStarted(1, "C", 11)));
        entries.addAll(execution(1, "flaky", new Outcome.Failed(FAILURE)));
        entries.addAll(List.of(
                new ClassFinished(1, "C", 12),
                new ClassStarted(1, "C", 13),
                start(2, "flaky", true),
                new TestFinished(2, new Outcome.Passed(), 14),
                new ClassFinished(1, "C", 14),
                new Finished(15)));
        JournalScript.worker(dir, 1, 1, entries);

        Evidence evidence = EvidenceReader.read(dir);

        assertThat(words(evidence, "flaky")).containsExactly("failed");
        assertThat(evidence.findings()).isEmpty();
    }

    @Test
    void aClassThatFailsAsAWholeCountsAsPassedInQuietRoundsAndExplainsItsTests() throws IOException {
        new JournalScript(dir, 3)
                .test("shop.CartTest", "adds", "P.P")
                .test("shop.CartTest", "sums(int)[1]", "P.P")
                .test("shop.CartTest", "", ".E.")
                .write();

        Evidence evidence = EvidenceReader.read(dir);

        assertThat(words(evidence, "")).containsExactly("passed", "errored", "passed");
        assertThat(words(evidence, "adds")).containsExactly("passed", "not run", "passed");
        assertThat(words(evidence, "sums(int)[1]")).containsExactly("passed", "not run", "passed");
        assertThat(test(evidence, "").container()).isTrue();
        assertThat(evidence.findings()).isEmpty();
    }

    @Test
    void aTemplateThatFailsAsAWholeIsNoTestThatIsMissingElsewhere() throws IOException {
        new JournalScript(dir, 2)
                .test("shop.CartTest", "sums(int)[1]", "P.")
                .test("shop.CartTest", "sums(int)", ".F")
                .write();

        Evidence evidence = EvidenceReader.read(dir);

        assertThat(words(evidence, "sums(int)")).containsExactly("passed", "failed");
        assertThat(words(evidence, "sums(int)[1]")).containsExactly("passed", "not run");
        assertThat(evidence.findings()).isEmpty();
    }

    @Test
    void aClassSkippedAsAWholeSkipsItsTests() throws IOException {
        new JournalScript(dir, 2)
                .test("shop.CartTest", "adds", "P.")
                .test("shop.CartTest", "", ".A")
                .write();

        Evidence evidence = EvidenceReader.read(dir);

        assertThat(words(evidence, "adds")).containsExactly("passed", "aborted");
        assertThat(evidence.findings()).isEmpty();
    }

    @Test
    void testsThatChangeTheirNamesAreNamedWithTheMend() throws IOException {
        new JournalScript(dir, 2)
                .test("shop.CartTest", "at 10:00", "P.")
                .test("shop.CartTest", "at 10:01", ".P")
                .write();

        Evidence evidence = EvidenceReader.read(dir);

        assertThat(words(evidence, "at 10:00")).containsExactly("passed", "not run");
        assertThat(evidence.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.TEST_ABSENT);
            assertThat(finding.sentence())
                    .startsWith("Tests of shop.CartTest appear in some rounds only (2 executions are missing), ")
                    .contains("CartTest.at 10:0")
                    .contains("stable names");
        });
    }

    @Test
    void testsOfOneNameAreToldApart() throws IOException {
        plan(dir, 1, List.of(new RoundStarted(1, 1, 10), new ClassPlanned(1, "C"), new RoundFinished(1, 1, "", 20)));
        List<JournalEntry> entries = new ArrayList<>(List.of(new ClassStarted(1, "C", 11)));
        for (long i = 1; i <= 2; i++) {
            entries.add(new TestStarted(i, 1, new TestId("C", "same"), "#" + i, List.of(), false, 12));
            entries.add(new TestFinished(i, i == 1 ? new Outcome.Passed() : new Outcome.Failed(FAILURE), 13));
        }
        entries.addAll(List.of(new ClassFinished(1, "C", 14), new Finished(15)));
        JournalScript.worker(dir, 1, 1, entries);

        List<TestEvidence> tests = EvidenceReader.read(dir).tests();

        assertThat(tests).extracting(TestEvidence::shortName).containsExactly("C.same", "C.same (2)");
        assertThat(tests)
                .extracting(t -> t.executions().get(0).outcome().word())
                .containsExactly("passed", "failed");
    }

    @Test
    void noDirectoryIsMissingEvidence() {
        Evidence evidence = EvidenceReader.read(dir.resolve("nowhere"));

        assertThat(kinds(evidence)).containsExactly(Kind.NO_RUN_JOURNAL);
        assertThat(evidence.findings().get(0).sentence())
                .contains("run.journal")
                .contains("nowhere");
    }

    @Test
    void aLostWorkerJournalIsMissedByClass() throws IOException {
        script().write();
        Files.delete(dir.resolve("r2w1.journal"));

        Evidence evidence = EvidenceReader.read(dir);

        assertThat(kinds(evidence)).containsExactly(Kind.CLASS_UNFINISHED);
        assertThat(evidence.findings().get(0).sentence()).startsWith("Round 2: no worker was done with shop.CartTest.");
        assertThat(words(evidence, "adds")).containsExactly("passed", "not run");
    }

    @Test
    void aRoundWithoutAnyWorkerIsMissed() throws IOException {
        script().write();
        Files.delete(dir.resolve("r2w1.journal"));
        Files.delete(dir.resolve("r2w2.journal"));

        assertThat(EvidenceReader.read(dir).findings().get(0).sentence())
                .startsWith("Round 2: there is no journal of any worker that ran shop.CartTest, shop.OrderTest.");
    }

    @Test
    void aLostRunJournalIsMissed() throws IOException {
        script().write();
        Files.delete(dir.resolve("run.journal"));

        assertThat(kinds(EvidenceReader.read(dir))).containsExactly(Kind.NO_RUN_JOURNAL);
    }

    @Test
    void roundsThatWereNotStartedAreMissed() throws IOException {
        script().stoppedAfter(1).write();

        Evidence evidence = EvidenceReader.read(dir);

        assertThat(kinds(evidence)).containsExactly(Kind.ROUND_MISSING);
        assertThat(evidence.rounds()).hasSize(1);
    }

    @Test
    void aPlanThatIsCutOffIsMissed() throws IOException {
        plan(dir, 1, List.of(new RoundStarted(1, 1, 10)));

        assertThat(kinds(EvidenceReader.read(dir))).containsExactly(Kind.ROUND_UNFINISHED);

        Path run = dir.resolve("run.journal");
        byte[] bytes = Files.readAllBytes(run);
        Files.write(run, java.util.Arrays.copyOf(bytes, bytes.length - 3));

        assertThat(kinds(EvidenceReader.read(dir))).contains(Kind.PLAN_CUT_OFF);
    }

    @Test
    void aRoundThatRanNothingWhereOthersDidIsMissed() throws IOException {
        script().write();
        List<JournalEntry> plan = List.of(
                new RoundStarted(1, 1, 1),
                new RoundFinished(1, 1, "", 2),
                new RoundStarted(2, 1, 3),
                new RoundFinished(2, 1, "", 4));
        Files.delete(dir.resolve("run.journal"));
        Files.delete(dir.resolve("r2w1.journal"));
        Files.delete(dir.resolve("r2w2.journal"));
        plan(dir, 2, plan);

        assertThat(kinds(EvidenceReader.read(dir))).containsExactly(Kind.PLAN_CUT_OFF, Kind.ROUND_EMPTY);
    }

    @Test
    void aJournalOfAnotherRunIsLeftOutAndNamed() throws IOException {
        script().write();
        JournalScript.journal(
                dir.resolve("r2w9.journal"),
                new JournalEntry.WorkerStarted(new io.github.surefoot.core.WorkerId("other", 2, 9), 1, 1, Map.of()),
                List.of(new ClassStarted(2, "X", 1), new ClassFinished(2, "X", 1), new Finished(1)));

        Evidence evidence = EvidenceReader.read(dir);

        assertThat(kinds(evidence)).containsExactly(Kind.FOREIGN);
        assertThat(evidence.rounds().get(1).finished()).doesNotContain("X");
    }

    @Test
    void aClassRunTwiceIsNoRound() throws IOException {
        script().write();
        JournalScript.worker(
                dir,
                2,
                7,
                List.of(
                        new ClassStarted(2, "shop.CartTest", 1),
                        new ClassFinished(2, "shop.CartTest", 1),
                        new Finished(1)));

        assertThat(kinds(EvidenceReader.read(dir))).containsExactly(Kind.CLASS_TWICE);
    }

    @Test
    void whatIsNoJournalAndWhatIsOfAnotherVersionIsNamed() throws IOException {
        script().write();
        Files.writeString(dir.resolve("r2w8.journal"), "");
        Files.writeString(dir.resolve("r2w9.journal"), "hello\n");

        assertThat(kinds(EvidenceReader.read(dir))).containsExactly(Kind.UNREADABLE, Kind.UNREADABLE);
    }

    @Test
    void aFaultOfSurefireIsToldAsItIs() throws IOException {
        plan(
                dir,
                1,
                List.of(new RoundStarted(1, 1, 1), new RoundFinished(1, 1, "No engine with ID junit-jupiter.", 2)));

        assertThat(EvidenceReader.read(dir).findings())
                .containsExactly(new Finding(Kind.ROUND_FAULT, "Round 1: No engine with ID junit-jupiter."));
    }

    @Test
    void ofAFaultOnlyTheFirstLineIsTold() throws IOException {
        plan(
                dir,
                1,
                List.of(
                        new RoundStarted(1, 1, 1),
                        new RoundFinished(1, 1, "Error opening zip file\nCommand was java -Dkey=hunter2", 2)));

        assertThat(EvidenceReader.read(dir).findings())
                .containsExactly(new Finding(Kind.ROUND_FAULT, "Round 1: Error opening zip file"));
    }

    @Test
    void whatSurefireSaysOfADeadWorkerIsToldWithIt() throws IOException {
        plan(
                dir,
                2,
                List.of(
                        new RoundStarted(1, 1, 1),
                        new ClassPlanned(1, "C"),
                        new RoundFinished(1, 1, "Process Exit Code: 137\nCrashed tests:\nC", 2),
                        new RoundStarted(2, 1, 1),
                        new ClassPlanned(2, "C"),
                        new RoundFinished(2, 1, "Process Exit Code: 3", 2)));
        JournalScript.worker(dir, 1, 1, List.of(new ClassStarted(1, "C", 1)));
        JournalScript.worker(
                dir, 2, 1, List.of(new ClassStarted(2, "C", 1), new ClassFinished(2, "C", 1), new Finished(2)));

        assertThat(EvidenceReader.read(dir).findings())
                .containsExactly(
                        new Finding(
                                Kind.WORKER_DIED,
                                "Worker r1w1 (process 4711) died in round 1 between the tests of C"
                                        + " (exit code 137, SIGKILL). Run it again alone:"
                                        + "  mvn surefoot:replay -Dsurefoot.worker=r1w1"),
                        // No journal tells of this one: it may have died before it could write any.
                        new Finding(Kind.ROUND_FAULT, "Round 2: Process Exit Code: 3"));
    }

    @Test
    void classesInWhichNoTestRanProveNothing() throws IOException {
        plan(dir, 1, List.of(new RoundStarted(1, 1, 1), new ClassPlanned(1, "C"), new RoundFinished(1, 1, "", 2)));
        JournalScript.worker(
                dir, 1, 1, List.of(new ClassStarted(1, "C", 1), new ClassFinished(1, "C", 1), new Finished(2)));

        assertThat(kinds(EvidenceReader.read(dir))).containsExactly(Kind.NOTHING_RAN);
    }

    @Test
    void aPlanCutShortIsMissed() throws IOException {
        plan(
                dir,
                2,
                List.of(
                        new RoundStarted(1, 1, 1),
                        new ClassPlanned(1, "C"),
                        new ClassPlanned(1, "D"),
                        new RoundFinished(1, 1, "", 2),
                        new RoundStarted(2, 1, 1),
                        new ClassPlanned(2, "D"),
                        new RoundFinished(2, 1, "", 2)));
        for (int round = 1; round <= 2; round++) {
            JournalScript.worker(
                    dir,
                    round,
                    1,
                    List.of(
                            new ClassStarted(round, "C", 1),
                            new ClassFinished(round, "C", 1),
                            new ClassStarted(round, "D", 1),
                            new ClassFinished(round, "D", 1),
                            new Finished(2)));
        }

        assertThat(EvidenceReader.read(dir).findings())
                .containsExactly(new Finding(
                        Kind.PLAN_CUT_OFF, "Round 2 did not plan C, although other rounds did. Run the rounds again."));
    }

    @Test
    void aRoundBeyondThePlanIsRefused() throws IOException {
        script().write();
        JournalScript.worker(dir, 7, 1, List.of(new ClassStarted(2_000_000_000, "X", 1), new Finished(1)));

        Evidence evidence = EvidenceReader.read(dir);

        assertThat(kinds(evidence)).containsExactly(Kind.DAMAGED);
        assertThat(evidence.rounds()).hasSize(2);
    }

    @Test
    void anEndThatIsNotThereIsMissedAlsoWhenTheWorkerEndedWell() throws IOException {
        plan(dir, 1, List.of(new RoundStarted(1, 1, 10), new ClassPlanned(1, "C"), new RoundFinished(1, 1, "", 20)));
        JournalScript.worker(
                dir,
                1,
                1,
                List.of(
                        new ClassStarted(1, "C", 11),
                        start(1, "endless", false),
                        new TestFinished(99, new Outcome.Passed(), 12),
                        new ClassFinished(1, "C", 12),
                        new Finished(13)));

        Evidence evidence = EvidenceReader.read(dir);

        assertThat(kinds(evidence)).containsExactly(Kind.TEST_UNFINISHED, Kind.TEST_UNFINISHED);
        assertThat(words(evidence, "endless")).containsExactly("not run");
    }

    /** A JVM numbers threads, so what one test leaves in each round has another name each time. */
    @Test
    void threadsWhoseNamesDifferInNumbersAreOneLeak() throws IOException {
        new JournalScript(dir, 1)
                .test("shop.CartTest", "adds", "P")
                .incident(thread("pool-3-thread-1", "shop.CartTest"))
                .incident(thread("pool-14-thread-2", "shop.CartTest"))
                .incident(thread("pool-15-thread-1", "shop.OrderTest"))
                .incident(thread("timer", "shop.CartTest"))
                .incident(thread("ticker", "shop.CartTest"))
                .write();

        assertThat(EvidenceReader.read(dir).leaks())
                .extracting(Leak::what, Leak::className, Leak::count)
                .containsExactlyInAnyOrder(
                        tuple("the thread 'pool-N-thread-N' is there in later rounds", "shop.CartTest", 2L),
                        tuple("the thread 'pool-15-thread-1' is there in later rounds", "shop.OrderTest", 1L),
                        tuple("the thread 'timer' is there in later rounds", "shop.CartTest", 1L),
                        tuple("the thread 'ticker' is there in later rounds", "shop.CartTest", 1L));
    }

    private static JournalEntry thread(String name, String className) {
        return new JournalEntry.LeakFound(
                "the thread '" + name + "' is there in later rounds", "", className, false, 1);
    }

    @Test
    void sumsUpWhatHappenedBesideTheTests() throws IOException {
        JournalScript script = new JournalScript(dir, 1).test("shop.CartTest", "adds", "P");
        for (int i = 1; i <= 100; i++) {
            script.incident(new JournalEntry.ResourceEvent(
                    "database", "created", Map.of("micros", String.valueOf(i), "retries", i == 7 ? "2" : "0"), 1));
        }
        TestId seen = new TestId("shop.CartTest", "adds");
        script.incident(new JournalEntry.LeakFound("connection", "Cart.java:3", "shop.CartTest", true, 1))
                .incident(new JournalEntry.LeakFound("connection", "Cart.java:3", "shop.CartTest", true, 2))
                .incident(new JournalEntry.MessageSeen("database is locked", seen, 1))
                .incident(new JournalEntry.MessageSeen("database is locked", new TestId("", ""), 2))
                .incident(new JournalEntry.Problem("the database did not close", 1))
                .write();

        Evidence evidence = EvidenceReader.read(dir);

        ResourceFacts created = evidence.resource("database", "created").orElseThrow();
        assertThat(created.count()).isEqualTo(100);
        assertThat(created.retries()).isEqualTo(2);
        assertThat(created.micros()).isEqualTo(new ResourceFacts.Timing(50, 99, 100));
        assertThat(created.slowest())
                .hasSize(20)
                .extracting(ResourceFacts.Event::micros)
                .startsWith(100L, 99L);
        assertThat(evidence.leaks())
                .containsExactly(new Leak("connection", "Cart.java:3", "shop.CartTest", true, "r1w1", 2));
        assertThat(evidence.messages()).containsExactly(new ForbiddenMessage("database is locked", 2, seen, "r1w1"));
        assertThat(evidence.problems()).containsExactly(new WorkerProblem("r1w1", "the database did not close"));
    }

    @Test
    void warmWorkersAreReadLikeFreshOnes() throws IOException {
        plan(
                dir,
                2,
                List.of(
                        new RoundStarted(1, 1, 1),
                        new ClassPlanned(1, "C"),
                        new RoundFinished(1, 1, "", 2),
                        new RoundStarted(2, 1, 3),
                        new ClassPlanned(2, "C"),
                        new RoundFinished(2, 1, "", 4)));
        List<JournalEntry> entries = new ArrayList<>();
        for (int round = 1; round <= 2; round++) {
            entries.add(new ClassStarted(round, "C", round));
            entries.add(new TestStarted(round, round, new TestId("C", "warm"), "", List.of(), false, round));
            entries.add(new TestFinished(round, new Outcome.Passed(), round));
            entries.add(new ClassFinished(round, "C", round));
        }
        entries.add(new Finished(5));
        JournalScript.worker(dir, 0, 1, entries);

        Evidence evidence = EvidenceReader.read(dir);

        assertThat(evidence.findings()).isEmpty();
        assertThat(words(evidence, "warm")).containsExactly("passed", "passed");
        assertThat(test(evidence, "warm").executions())
                .extracting(Execution::worker)
                .containsExactly("w1", "w1");
    }

    private static final Failure FAILURE = new Failure("E", "m", "");

    private JournalScript script() {
        return new JournalScript(dir, 2).test("shop.CartTest", "adds", "PP").test("shop.OrderTest", "ships", "PP");
    }

    private static void plan(Path dir, int rounds, List<JournalEntry> entries) throws IOException {
        List<JournalEntry> all = new ArrayList<>(entries);
        all.add(new Finished(99));
        JournalScript.journal(dir.resolve("run.journal"), JournalScript.run(rounds), all);
    }

    private static TestStarted start(long execution, String name, boolean rerun) {
        return new TestStarted(execution, 1, new TestId("C", name), "id:" + name, List.of(), rerun, 12);
    }

    private static List<JournalEntry> execution(long number, String name, Outcome outcome) {
        return List.of(start(number, name, false), new TestFinished(number, outcome, 13));
    }

    private static TestEvidence test(Evidence evidence, String name) {
        return evidence.tests().stream()
                .filter(t -> t.id().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(Evidence evidence, String name) {
        return test(evidence, name).executions().stream()
                .map(e -> e.outcome().word())
                .toList();
    }

    private static List<Kind> kinds(Evidence evidence) {
        return evidence.findings().stream().map(Finding::kind).toList();
    }
}
