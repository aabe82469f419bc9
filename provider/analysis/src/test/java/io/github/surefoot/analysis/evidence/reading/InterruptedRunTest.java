package io.github.surefoot.analysis.evidence.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.console.ConsoleLine;
import io.github.surefoot.analysis.console.VerdictLines;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.Finding.Kind;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.gate.Reason;
import io.github.surefoot.analysis.gate.Verdict;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.ClassFinished;
import io.github.surefoot.core.journal.JournalEntry.ClassPlanned;
import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.Finished;
import io.github.surefoot.core.journal.JournalEntry.Interrupted;
import io.github.surefoot.core.journal.JournalEntry.Problem;
import io.github.surefoot.core.journal.JournalEntry.RoundFinished;
import io.github.surefoot.core.journal.JournalEntry.RoundStarted;
import io.github.surefoot.core.journal.JournalEntry.RunStarted;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.core.journal.JournalEntry.WorkerStarted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedRunTest {
    @TempDir
    Path dir;

    @Test
    void theRoundsThatWereOverAreJudgedAndTheWorkOfTheSignalIsNot() throws IOException {
        Path run = new JournalScript(dir, 5)
                .test("shop.CartTest", "adds", "PPPC.")
                .test("shop.CartTest", "late", "PPP..")
                .stoppedAfter(4)
                .interruptedIn(4)
                .write();

        Judgement judgement = judge(run);

        assertThat(judgement.verdict().state()).isEqualTo(Verdict.State.INSUFFICIENT);
        assertThat(judgement.evidence().findings()).extracting(Finding::kind).containsExactly(Kind.INTERRUPTED);
        assertThat(judgement.verdict().plannedRounds()).isEqualTo(5);
        assertThat(judgement.verdict().completedRounds()).isEqualTo(3);
        assertThat(judgement.evidence().tests())
                .extracting(TestEvidence::shortName, test -> words(test))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("CartTest.adds", List.of("passed", "passed", "passed")),
                        org.assertj.core.groups.Tuple.tuple("CartTest.late", List.of("passed", "passed", "passed")));
        assertThat(judgement.evidence().worker("r4w1"))
                .as("a worker of a round that is left out")
                .isEmpty();
        assertThat(new VerdictLines(judgement).lines())
                .extracting(ConsoleLine::text)
                .startsWith("INSUFFICIENT: The run was interrupted after 3 of 5 rounds; what was under way then proves"
                        + " nothing. Run the rounds again.");
    }

    @Test
    void neitherAFailureNorACrashOfARoundThatWasOverMakesItBroken() throws IOException {
        Path run = new JournalScript(dir, 5)
                .test("shop.CartTest", "adds", "FCP..")
                .stoppedAfter(3)
                .interruptedIn(3)
                .write();

        Verdict verdict = judge(run).verdict();

        assertThat(verdict.state()).isEqualTo(Verdict.State.INSUFFICIENT);
        assertThat(verdict.reasons().get(0).text()).contains("interrupted after 2 of 5 rounds");
        assertThat(verdict.reasons()).extracting(reason -> reason.text()).anyMatch(text -> text.contains("died"));
        assertThat(verdict.worst())
                .singleElement()
                .satisfies(test -> assertThat(test.tally().failed()).isEqualTo(2));
    }

    /** What renewed workers told of it does not count any more, and what fresh ones tell is not there yet. */
    @Test
    void aRoundInWhichFreshWorkersWereToRunAClassAgainIsNotOver() throws IOException {
        Path run = new JournalScript(dir, 5)
                .on(WorkerKind.RENEWED)
                .test("shop.CartTest", "adds", "PPFP.")
                .fresh(FreshReason.DIFFERS, 3, "shop.CartTest", "adds", '.')
                .stoppedAfter(5)
                .interruptedIn(5)
                .write();

        Judgement judgement = judge(run);

        assertThat(judgement.verdict().reasons()).singleElement().satisfies(reason -> assertThat(reason.text())
                .contains("interrupted after 2 of 5 rounds;"));
        assertThat(judgement.evidence().tests()).singleElement().satisfies(test -> assertThat(words(test))
                .containsExactly("passed", "passed"));
    }

    /** Fresh ones could not be asked any more. */
    @Test
    void aRenewedWorkerThatDiedBeforeTheSignalBreaksNothing() throws IOException {
        Path run = new JournalScript(dir, 5)
                .on(WorkerKind.RENEWED)
                .test("shop.CartTest", "adds", "PCPP.")
                .stoppedAfter(4)
                .interruptedIn(4)
                .write();

        Judgement judgement = judge(run);

        assertThat(judgement.verdict().reasons()).extracting(Reason::kind).containsExactly(Reason.Kind.INTERRUPTED);
        assertThat(new VerdictLines(judgement).lines())
                .extracting(ConsoleLine::text)
                .noneMatch(line -> line.startsWith("BROKEN"))
                .anyMatch(line -> line.startsWith("UNCONFIRMED: CartTest.adds failed in 1 of 2 renewed rounds"));
    }

    @Test
    void beforeTheFirstRoundWasOverNothingIsJudged() throws IOException {
        Path run = new JournalScript(dir, 1)
                .test("shop.CartTest", "adds", "C")
                .interruptedIn(1)
                .write();

        Judgement judgement = judge(run);

        assertThat(judgement.verdict().state()).isEqualTo(Verdict.State.INSUFFICIENT);
        assertThat(judgement.verdict().reasons()).singleElement().satisfies(reason -> assertThat(reason.text())
                .contains("interrupted after 0 of 1 round;"));
        assertThat(judgement.evidence().tests()).isEmpty();
    }

    @Test
    void warmWorkersAreReadUpToTheRoundsThatWereOver() throws IOException {
        warmRun(new RoundFinished(1, 1, "", 20), new RoundStarted(2, 1, 21), new Interrupted(30), new Finished(31));
        List<JournalEntry> worker = ofRound(1, new Outcome.Passed());
        worker.addAll(List.of(new ClassStarted(2, "C", 22), start(2, 2), new Problem("of the signal, perhaps", 32)));
        warmWorker(worker);

        Evidence evidence = EvidenceReader.read(dir);

        assertThat(evidence.findings()).extracting(Finding::kind).containsExactly(Kind.INTERRUPTED);
        assertThat(evidence.tests()).singleElement().satisfies(test -> assertThat(words(test))
                .containsExactly("passed"));
        assertThat(evidence.problems()).isEmpty();
    }

    @Test
    void aWarmWorkerThatDiedBeforeTheSignalIsToldAsDead() throws IOException {
        warmRun(new RoundFinished(1, 1, "", 20), new RoundStarted(2, 1, 21), new Interrupted(30), new Finished(31));
        warmWorker(List.of(new ClassStarted(1, "C", 12), start(1, 1)));

        Evidence evidence = EvidenceReader.read(dir);

        assertThat(evidence.findings())
                .extracting(Finding::kind)
                .containsExactlyInAnyOrder(Kind.INTERRUPTED, Kind.WORKER_DIED);
        assertThat(evidence.tests()).singleElement().satisfies(test -> assertThat(words(test))
                .containsExactly("crashed"));
    }

    @Test
    void anAttemptThatWasUnderWayKeepsItsRoundOut() throws IOException {
        JournalScript.journal(
                dir.resolve("run.journal"),
                JournalScript.run(2),
                List.of(
                        new RoundStarted(1, 1, 10),
                        new ClassPlanned(1, "C"),
                        new RoundFinished(1, 1, "", 20),
                        new RoundStarted(2, 1, 21),
                        new RoundFinished(2, 1, "", 22),
                        new RoundStarted(1, 2, 25),
                        new Interrupted(30),
                        new Finished(31)));

        assertThat(EvidenceReader.read(dir).findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("after 0 of 2 rounds"));
    }

    @Test
    void roundsOfTheRunsBesideItKeepTheirPlace() throws IOException {
        Evidence evidence = EvidenceReader.read(List.of(
                new JournalScript(dir.resolve("a"), 3)
                        .named("a", "suite")
                        .test("shop.CartTest", "adds", "PFC")
                        .interruptedIn(3)
                        .write(),
                new JournalScript(dir.resolve("b"), 2)
                        .named("b", "suite")
                        .test("shop.CartTest", "adds", "FP")
                        .write()));

        assertThat(evidence.findings()).singleElement().satisfies(finding -> assertThat(finding.sentence())
                .startsWith("Run a was interrupted after 2 of 3 rounds"));
        assertThat(evidence.run().plannedRounds()).isEqualTo(5);
        assertThat(evidence.tests()).singleElement().satisfies(test -> assertThat(words(test))
                .containsExactly("passed", "failed", "failed", "passed"));
    }

    @Test
    void onlyMavenKnowsOfAnInterruption() throws IOException {
        Path run = new JournalScript(dir, 1)
                .test("shop.CartTest", "adds", "P")
                .incident(new Interrupted(7))
                .write();

        assertThat(EvidenceReader.read(run).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.DAMAGED);
    }

    private void warmRun(JournalEntry... then) throws IOException {
        RunStarted header = JournalScript.run(2);
        RunStarted warm = new RunStarted(
                header.run(),
                header.module(),
                2,
                1,
                WorkerKind.WARM,
                header.order(),
                header.seed(),
                header.suite(),
                header.at(),
                header.about());
        List<JournalEntry> plan = new ArrayList<>(
                List.of(new RoundStarted(1, 1, 10), new ClassPlanned(1, "C"), new ClassPlanned(2, "C")));
        plan.addAll(List.of(then));
        JournalScript.journal(dir.resolve("run.journal"), warm, plan);
    }

    private void warmWorker(List<JournalEntry> entries) throws IOException {
        WorkerId id = new WorkerId(JournalScript.RUN, 0, 1);
        JournalScript.journal(dir.resolve(id.label() + ".journal"), new WorkerStarted(id, 4711, 10, Map.of()), entries);
    }

    private static List<JournalEntry> ofRound(int round, Outcome outcome) {
        return new ArrayList<>(List.of(
                new ClassStarted(round, "C", 12),
                start(round, round),
                new TestFinished(round, outcome, 14),
                new ClassFinished(round, "C", 15)));
    }

    private static TestStarted start(long execution, int round) {
        return new TestStarted(execution, round, new TestId("C", "runs"), "id", List.of(), false, 13);
    }

    private static List<String> words(TestEvidence test) {
        return test.executions().stream()
                .map(execution -> execution.outcome().word())
                .toList();
    }

    private static Judgement judge(Path run) {
        return new Judge(GateSettings.defaults(), Categories.defaults(), Reporting.defaults()).judge(List.of(run));
    }
}
