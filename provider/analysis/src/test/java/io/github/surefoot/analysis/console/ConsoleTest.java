package io.github.surefoot.analysis.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.WarmScript;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.RoundEvidence;
import io.github.surefoot.analysis.evidence.matching.CollectedTest;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.analysis.exception.AllowedFailures;
import io.github.surefoot.analysis.exception.ExceptionsFile;
import io.github.surefoot.analysis.gate.AllowedRetries;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.judgement.Commands;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.analysis.judgement.SecretOrigin;
import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.shard.ShardPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {
    @TempDir
    Path dir;

    @Test
    void accompaniesARun() throws IOException {
        Evidence evidence = EvidenceReader.read(cart(12).test("shop.CartTest", "expires", "PFPPFPPPPPPP")
                .test("shop.CartTest", "", "..E.........")
                .test("shop.MoreTest", "a", "PPPFPPPPPPPP")
                .test("shop.MoreTest", "b", "PPPFPPPPPPPP")
                .test("shop.MoreTest", "c", "PPPFPPPPPPPP")
                .test("shop.MoreTest", "d", "PPPFPPPPPPPS")
                .write());
        RunLines run = new RunLines(12);
        List<ConsoleLine> lines = new ArrayList<>();
        lines.add(run.before(
                OptionalInt.of(128),
                2,
                WorkerKind.FRESH,
                OptionalLong.of(42),
                List.of(
                        new SecretOrigin("API_KEY", "environment"),
                        new SecretOrigin("JWT_SECRET_KEY", "environment"),
                        new SecretOrigin("JWT_ENCRYPTION_KEY", "generated"))));
        lines.add(new RunLines(1).before(OptionalInt.empty(), 1, WorkerKind.WARM, OptionalLong.empty(), List.of()));
        lines.add(run.during(1, 17, 128, 0, 4_321));
        lines.add(run.during(1, 1, 0, 3, 900));
        for (int round = 1; round <= 4; round++) {
            lines.add(run.after(summary(evidence, round)));
        }
        lines.add(run.after(summary(evidence, 12)));
        lines.add(new RunLines(1).after(summary(EvidenceReader.read(dir.resolve("none")), 1)));

        Golden.assertLines("run", lines);
    }

    @Test
    void shardsThatCannotBeEven() {
        assertThat(RunLines.uneven(new ShardPlan.LongestClass("shop.HeavyTest", 0.36), 1.444))
                .isEqualTo(ConsoleLine.info(
                        "  the slowest shard takes 1.44 times the average by plan, since shop.HeavyTest alone takes"
                                + " 36 % of all. Split that class, or shard by rounds."));
    }

    @Test
    void aDiagnosisOfMergedRunsIsToldWhereTheirJournalsAre() throws IOException {
        Path first = new JournalScript(dir.resolve("a"), 2)
                .test("shop.CartTest", "expires", "PP")
                .write();
        Path second = new JournalScript(dir.resolve("b"), 2)
                .named("run-2", "suite-1")
                .test("shop.CartTest", "expires", "PF")
                .write();
        Judge judge =
                new Judge(GateSettings.parse("test", "95", null, false), Categories.defaults(), Reporting.defaults());

        assertThat(judge.judge(List.of(first, second)).diagnosis())
                .contains("mvn surefoot:diagnose -Dsurefoot.journal=" + second.resolve("r2w1.journal"));
        assertThat(judge.judge(List.of(second)).diagnosis()).contains("mvn surefoot:diagnose");
    }

    @Test
    void aSuiteThatHolds() throws IOException {
        cart(5).write();

        golden("held", "test", "95", null);
        golden("held-run", "run", "95", null);
        golden("held-execution", "execution", "100", null);
        golden("insufficient", "test", "95", "95");
    }

    @Test
    void aSuiteWithoutTests() throws IOException {
        new JournalScript(dir, 5).write();

        golden("no-tests", "test", "95", null);
    }

    @Test
    void aFlakyTestIsBlamedOrTold() throws IOException {
        cart(5).test("shop.CartTest", "expires", "PFPPF").write();

        golden("flaky", "test", "95", null);
        golden("flaky-tolerated", "test", "60", null);
        golden("flaky-run", "run", "95", null);
    }

    @Test
    void whatOnlyRenewedWorkersSawIsToldAsThat() throws IOException {
        cart(4).on(WorkerKind.RENEWED)
                .test("shop.BothTest", "fails", "PFPF")
                .test("shop.OtherTest", "fails", "PFPP")
                .test("shop.PriceTest", "says", "PPPP")
                .incident(
                        3,
                        "shop.PriceTest",
                        false,
                        new JournalEntry.MessageSeen("no such table", new TestId("shop.PriceTest", "says"), 1))
                .fresh(FreshReason.DIFFERS, 2, "shop.OtherTest", "fails", 'P')
                .fresh(FreshReason.DIFFERS, 3, "shop.OtherTest", "fails", 'P')
                .fresh(FreshReason.DIFFERS, 4, "shop.OtherTest", "fails", 'P')
                .fresh(FreshReason.SUSPECT, 3, "shop.PriceTest", "says", 'P')
                .write();

        golden("renewed-only", "test", "95", null);
    }

    @Test
    void theTenWorstAreNamedAndTheRestCounted() throws IOException {
        JournalScript script = cart(5);
        // Each in other rounds, so that they have nothing in common.
        List<String> flaky = List.of("PFPPF", "PFPFP", "PFFPP", "FPPPF", "FPPFP", "FPFPP", "FFPPP");
        for (int i = 0; i < 13; i++) {
            script.test("shop.T" + (char) ('A' + i), "fails", i % 2 == 0 ? flaky.get(i / 2) : "FFFFF");
        }
        script.write();

        golden("many", "test", "95", null);
        golden("many-tolerated", "execution", "10", null);
    }

    /** Nine errors of one cause, and a test that fails for itself, are two lines. */
    @Test
    void testsThatFailOfOneCauseAreOneLine() throws IOException {
        JournalScript script = cart(5).test("shop.CartTest", "expires", "PFPPF");
        for (int i = 0; i < 9; i++) {
            script.test("shop.T" + (char) ('A' + i), "opens", i < 5 ? "PEPPP" : "PPPEE");
        }
        script.write();

        golden("one-cause", "test", "95", null);
        golden("one-cause-tolerated", "test", "50", null);
    }

    @Test
    void testsThatFailInTheSameRoundsAreOneLine() throws IOException {
        JournalScript script = cart(5);
        for (int i = 0; i < 6; i++) {
            script.test("shop.T" + (char) ('A' + i), "fails", "PFPPF");
        }
        script.write();

        golden("same-rounds", "test", "95", null);
    }

    /** On a CI server the command is the one for a desk, with the file to fetch. */
    @Test
    void whatACiServerPrintsWorksElsewhere() throws IOException {
        cart(5).test("shop.CartTest", "expires", "PFPPF").write();
        Reporting onServer =
                new Reporting(List.of(), List.of(), Duration.ofSeconds(2), Commands.SHORTEST, Optional.of(dir));

        Judgement judgement = new Judge(GateSettings.parse("test", "95", null, true), Categories.defaults(), onServer)
                .judge(List.of(dir));

        assertThat(new VerdictLines(judgement).lines())
                .contains(
                        ConsoleLine.error(
                                "  replay the failing worker on your machine, with r2w1.journal of this build:  mvn surefoot:replay -Dsurefoot.journal=r2w1.journal"));
    }

    @Test
    void aReasonHoldsNoStackTraces() throws IOException {
        String what = """
                This JVM did not end within its limit: a shutdown hook hangs. The threads at that moment:
                "main" RUNNABLE
                \tat java.base/java.lang.Shutdown.halt0(Native Method)
                "Reference Handler" RUNNABLE
                """;
        cart(2).incident(new JournalEntry.Problem(what, 1)).write();

        golden("stack-dump", "test", "95", null);
    }

    @Test
    void testsThatMayFailAreToldOf() throws IOException {
        cart(60).test("shop.CartTest", "expires", "PF" + "P".repeat(58))
                .test("shop.CartTest", "quiet", "P".repeat(60))
                .write();
        String file = """
                exceptions:
                  - {test: CartTest#expires, owner: team-cart, reason: SHOP-42, until: 2027-01-06, allowed: 20 %}
                  - {test: CartTest#quiet, reason: SHOP-43, until: 2027-02-01, allowed: 20 %}
                """;
        LocalDate today = LocalDate.of(2027, 1, 1);
        AllowedFailures allowed = new AllowedFailures(
                ExceptionsFile.parse(file, ExceptionsFile.NAME, today.plusDays(90)), 2, today, true);
        Judgement judgement = new Judge(
                        GateSettings.defaults(),
                        Categories.defaults(),
                        AllowedRetries.NONE,
                        allowed,
                        Reporting.defaults())
                .judge(List.of(dir));

        Golden.assertLines("exceptions", new VerdictLines(judgement).lines());
    }

    @Test
    void aRunThatIsInterrupted() throws IOException {
        cart(5).test("shop.CartTest", "expires", "PFPC.")
                .stoppedAfter(4)
                .interruptedIn(4)
                .write();

        golden("interrupted", "test", "95", null);
    }

    /** What it proves is one round's worth; the others prove what they did in all. */
    @Test
    void aTestThatOnlyFreshWorkersRunToItsEnd() throws IOException {
        JournalScript script = cart(4).on(WorkerKind.RENEWED).test("shop.OtherTest", "once", "PAAA");
        for (int round = 2; round <= 4; round++) {
            script.fresh(FreshReason.DIFFERS, round, "shop.OtherTest", "once", 'P');
        }
        script.write();

        golden("renewed-aborted", "test", "95", null);
    }

    @Test
    void aRunThatIsInterruptedBeforeFreshWorkersRanWhatDiffers() throws IOException {
        cart(5).on(WorkerKind.RENEWED)
                .test("shop.CartTest", "expires", "PFPC.")
                .stoppedAfter(4)
                .interruptedIn(4)
                .write();

        golden("interrupted-renewed", "test", "95", null);
    }

    @Test
    void aWorkerThatDies() throws IOException {
        cart(3).test("shop.KillerTest", "exits", "PCP")
                .test("shop.KillerTest", "later", "PPP")
                .write();

        golden("crash", "test", "95", null);
    }

    @Test
    void aLostJournal() throws IOException {
        cart(3).test("shop.OrderTest", "ships", "PPP").write();
        Files.delete(dir.resolve("r2w2.journal"));

        golden("lost-journal", "execution", "0", null);
    }

    @Test
    void theVerdictWasCertain() throws IOException {
        cart(5).test("shop.CartTest", "expires", "PFPPF").stoppedAfter(2).write();

        golden("stopped-early", "test", "95", null);
    }

    @Test
    void whatHappensBesideTheTests() throws IOException {
        TestId adds = new TestId("shop.CartTest", "adds");
        JournalScript script = cart(2).incident(
                        new JournalEntry.LeakFound("a connection", "Cart.java:3", "shop.CartTest", true, 1))
                .incident(new JournalEntry.MessageSeen("database is locked", adds, 1))
                .incident(new JournalEntry.Problem("the database did not\nclose within 15 s.\u001b[2J", 1))
                .incident(new JournalEntry.ResourceEvent("database", "disposed", Map.of("micros", "3290000"), 1))
                .incident(new JournalEntry.ResourceEvent("database", "closed", Map.of("micros", "3200000"), 1))
                .incident(new JournalEntry.ResourceEvent("ports", "closed", Map.of("micros", "2100000"), 1))
                .incident(new JournalEntry.ResourceEvent("quick", "closed", Map.of("micros", "1900000"), 1));
        for (int i = 1; i <= 5; i++) {
            script.incident(new JournalEntry.LeakFound("a session", "Cart.java:" + i, "shop.CartTest", false, 1));
        }
        script.write();

        golden("incidents", "test", "95", null);
        Judgement judgement =
                new Judge(GateSettings.defaults(), Categories.defaults(), Reporting.defaults()).judge(List.of(dir));
        assertThat(new VerdictLines(judgement).leakLines())
                .extracting(ConsoleLine::text)
                .as("in one round the rest is Surefire's")
                .hasSize(4)
                .allMatch(line -> line.startsWith("LEAK: a session, opened at ") || line.contains("2 more leaks"));
    }

    @Test
    void aLeakOfWhichNothingIsKnownIsToldWithItsWorker() throws IOException {
        cart(2).incident(new JournalEntry.LeakFound("the thread 'ticker' is there in later rounds", "", "", false, 1))
                .write();
        Judgement judgement =
                new Judge(GateSettings.defaults(), Categories.defaults(), Reporting.defaults()).judge(List.of(dir));
        assertThat(new VerdictLines(judgement).leakLines())
                .extracting(ConsoleLine::text)
                .containsExactly(
                        "LEAK: the thread 'ticker' is there in later rounds, first told by worker r1w1 (1 time).");
    }

    /** Six rounds prove 60 %, and there were six: more of them would not have these tests run more often. */
    @Test
    void roundsThatThereWereAreNotAdvised() throws IOException {
        new WarmScript(dir)
                .runs("shop.OnceTest", "121212")
                .runs("shop.OtherTest", "212121")
                .test("shop.OnceTest", "works", "PP....")
                .test("shop.OnceTest", "", "..EEEE")
                .test("shop.OtherTest", "works", "PPPPPP")
                .write();
        Judgement judgement = new Judge(
                        GateSettings.parse("test", "60", null, false), Categories.defaults(), Reporting.defaults())
                .judge(List.of(dir));
        assertThat(new ProofLines(judgement).lines())
                .extracting(ConsoleLine::text)
                .containsExactly(
                        " 2 other tests passed whenever they ran, in 2 to 6 rounds; 2 of 2 proves at least 22.3 %"
                                + " (OnceTest.works did not run in all of them).");
    }

    @Test
    void aTestThatCannotRunTwiceInOneJvm() throws IOException {
        new WarmScript(dir)
                .runs("shop.OnceTest", "1212")
                .runs("shop.OtherTest", "2121")
                .test("shop.OnceTest", "works", "PP..")
                .test("shop.OnceTest", "", "..EE")
                .test("shop.OtherTest", "works", "PPPP")
                .write();

        golden("non-idempotent", "test", "95", null);
        golden("non-idempotent-tolerated", "test", "50", null);
    }

    @Test
    void whyItFailsIsAskedForInTheModuleThatTheReplayIsIn() throws IOException {
        cart(5).test("shop.CartTest", "expires", "PFPPF").write();
        Commands commands = new Commands(
                "mvn test-compile surefoot:replay -pl :app -am -Dsurefoot.replay.module=app",
                "mvn test-compile surefoot:diagnose -pl :app -am",
                "mvn surefoot:check -pl :app",
                "mvn test -Preliability");

        assertThat(texts(commands, Optional.empty()))
                .contains("  find out why:  mvn test-compile surefoot:diagnose -pl :app -am");
        assertThat(texts(commands, Optional.of(dir)))
                .as("a CI server has gone when a person reads this")
                .noneMatch(line -> line.contains("diagnose"));
    }

    private List<String> texts(Commands commands, Optional<Path> checkout) {
        Reporting reporting = new Reporting(List.of(), List.of(), Duration.ofSeconds(2), commands, checkout);
        Judgement judgement = new Judge(GateSettings.parse("test", "95", null, false), Categories.defaults(), reporting)
                .judge(List.of(dir));
        return new VerdictLines(judgement)
                .lines().stream().map(ConsoleLine::text).toList();
    }

    /** Counts what the workers journalled of a round, as it is counted while they run. */
    private static RoundSummary summary(Evidence evidence, int round) {
        RoundTally tally = new RoundTally(new RoundNames());
        evidence.tests().forEach(test -> test.executions().stream()
                .filter(execution ->
                        execution.round() == round && !execution.worker().isEmpty())
                .forEach(execution -> tally.count(
                        CollectedTest.Key.of(test.id(), "", test.owner()), test.owner(), execution.outcome())));
        long millis = evidence.rounds().stream()
                .filter(of -> of.round() == round)
                .mapToLong(RoundEvidence::millis)
                .sum();
        return tally.summary(round, millis);
    }

    private JournalScript cart(int rounds) {
        return new JournalScript(dir, rounds)
                .test("shop.CartTest", "adds", "P".repeat(rounds))
                .test("shop.CartTest", "sums", "P".repeat(rounds))
                .test("shop.CartTest", "later", "S".repeat(rounds));
    }

    private void golden(
            String name, String gate, String threshold, @org.jspecify.annotations.Nullable String confidence)
            throws IOException {
        Judgement judgement = new Judge(
                        GateSettings.parse(gate, threshold, confidence, true),
                        Categories.defaults(),
                        Reporting.defaults())
                .judge(List.of(dir));
        Golden.assertLines(name, new VerdictLines(judgement).lines());
    }
}
