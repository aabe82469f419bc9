package io.github.surefoot.analysis.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.console.ConsoleLine;
import io.github.surefoot.analysis.console.VerdictLines;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.WorkerFault;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
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
import io.github.surefoot.core.journal.JournalEntry.LeakFound;
import io.github.surefoot.core.journal.JournalEntry.MessageSeen;
import io.github.surefoot.core.journal.JournalEntry.Problem;
import io.github.surefoot.core.journal.JournalEntry.RoundFinished;
import io.github.surefoot.core.journal.JournalEntry.RoundStarted;
import io.github.surefoot.core.journal.JournalEntry.RunFresh;
import io.github.surefoot.core.journal.JournalEntry.RunStarted;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.core.journal.JournalEntry.WorkerStarted;
import io.github.surefoot.core.protocol.WorkerFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What renewed workers tell beside their tests counts, unless fresh ones ran the same and saw none of it. */
class RenewedFaultsTest {
    private static final String CART = "shop.CartTest";
    private static final String PRICE = "shop.PriceTest";
    private static final JournalEntry MESSAGE =
            new MessageSeen("unable to open database file", new TestId("shop.CartTest$Nested", "expires"), 5);
    private static final JournalEntry PROBLEM = new Problem("the database did not close", 6);
    private static final JournalEntry LEAK = new LeakFound("a process", "", CART, true, 7);

    @TempDir
    private Path dir;

    private boolean killed;

    static Stream<JournalEntry> faults() {
        return Stream.of(MESSAGE, PROBLEM, LEAK);
    }

    private JournalScript script() {
        return new JournalScript(dir, 3)
                .on(WorkerKind.RENEWED)
                .test(PRICE, "rounds", "PPP")
                .test(CART, "expires", "PPP");
    }

    private static int broken(Evidence evidence) {
        return evidence.messages().size()
                + evidence.problems().size()
                + evidence.leaks().size();
    }

    private static int timesTold(Evidence evidence) {
        return evidence.messages().stream()
                        .mapToInt(message -> Math.toIntExact(message.count()))
                        .sum()
                + evidence.problems().size()
                + evidence.leaks().stream()
                        .mapToInt(leak -> Math.toIntExact(leak.count()))
                        .sum();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultOfOneClassIsADifferenceAndCountsUntilFreshWorkersRanIt(JournalEntry fault) throws IOException {
        Evidence before =
                EvidenceReader.read(script().incident(2, CART, false, fault).write());

        assertThat(broken(before)).isOne();
        assertThat(KindComparison.differing(before)).containsOnlyKeys(CART);
        assertThat(KindComparison.differing(before).get(CART))
                .startsWith("CartTest had renewed worker r2w2 tell of ")
                .endsWith(", and no fresh one");
        assertThat(KindComparison.suspects(before, Confirmed.NOTHING)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whereFreshWorkersRanTheClassAgainItBreaksNothingAndIsTold(JournalEntry fault) throws IOException {
        Evidence evidence = EvidenceReader.read(script().incident(2, CART, false, fault)
                .fresh(FreshReason.DIFFERS, 2, CART, "expires", 'P')
                .fresh(FreshReason.DIFFERS, 3, CART, "expires", 'P')
                .write());

        assertThat(broken(evidence)).isZero();
        assertThat(evidence.findings()).isEmpty();
        assertThat(evidence.renewedFaults()).singleElement().satisfies(told -> {
            assertThat(told.onlyRenewed()).isTrue();
            assertThat(told.worker()).isEqualTo("r2w2");
            assertThat(told.classes()).containsExactly(CART);
        });
        assertThat(KindComparison.differing(evidence)).as("to be remembered").containsOnlyKeys(CART);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatFreshWorkersSeeTooIsNoDifference(JournalEntry fault) throws IOException {
        Evidence evidence = EvidenceReader.read(script().incident(1, PRICE, false, fault)
                .incident(2, CART, false, fault)
                .write());

        assertThat(broken(evidence)).isPositive();
        assertThat(KindComparison.differing(evidence)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void inARunThatWasCutShortItBreaksNothingAndIsTold(JournalEntry fault) throws IOException {
        Path run = script().incident(2, CART, false, fault).interruptedIn(3).write();

        assertThat(broken(EvidenceReader.read(run))).isZero();
        assertThat(lines(run))
                .anyMatch(line -> line.startsWith("UNCONFIRMED: CartTest had renewed worker r2w2 tell of ")
                        && line.endsWith("the run ended before it was known what fresh workers make of it."));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void inARunThatWasCutShortWhatFreshWorkersSawTooBreaksIt(JournalEntry fault) throws IOException {
        Path run = script().incident(1, PRICE, false, fault)
                .incident(2, CART, false, fault)
                .interruptedIn(3)
                .write();

        assertThat(timesTold(EvidenceReader.read(run))).isEqualTo(2);
        assertThat(lines(run)).noneMatch(line -> line.contains("UNCONFIRMED"));
    }

    @Test
    void whereMavenWasKilledAFaultOfSeveralClassesBreaksNothingAndIsTold() throws IOException {
        killed = true;

        assertThat(ofOneRenewedWorker(List.of(), false, PROBLEM).problems()).isEmpty();
        assertThat(lines(dir))
                .contains(
                        "UNCONFIRMED: renewed worker r2w1 told of a fault of its own (the database did not close); the"
                                + " run ended before it was known what fresh workers make of it.");
    }

    private static List<String> lines(Path run) {
        Judge judge = new Judge(GateSettings.defaults(), Categories.defaults(), Reporting.defaults());
        return new VerdictLines(judge.judge(List.of(run)))
                .lines().stream().map(ConsoleLine::text).toList();
    }

    @Test
    void aFaultBehindTheOnlyClassIsOfThatClass() throws IOException {
        Evidence evidence =
                EvidenceReader.read(script().incident(3, CART, true, PROBLEM).write());

        assertThat(KindComparison.differing(evidence)).containsOnlyKeys(CART);
        assertThat(evidence.problems()).hasSize(1);
    }

    private Evidence ofOneRenewedWorker(List<RunFresh> fresh, boolean died, JournalEntry... atTheEnd)
            throws IOException {
        Files.createDirectories(dir);
        List<JournalEntry> plan = new ArrayList<>();
        for (int round = 1; round <= 2; round++) {
            plan.add(new RoundStarted(round, 1, 10));
            plan.add(new ClassPlanned(round, CART));
            plan.add(new ClassPlanned(round, PRICE));
            plan.add(new RoundFinished(round, 1, "", 90));
        }
        plan.addAll(fresh);
        if (!killed) {
            plan.add(new Finished(99));
        }
        RunStarted usual = JournalScript.run(2);
        JournalScript.journal(
                dir.resolve("run.journal"),
                new RunStarted(
                        usual.run(),
                        usual.module(),
                        2,
                        1,
                        WorkerKind.RENEWED,
                        "configured",
                        OptionalLong.empty(),
                        "suite-1",
                        1,
                        Map.of()),
                plan);
        worker(1, 1, Map.of(), false);
        worker(2, 1, Map.of(WorkerFact.KIND, "renewed"), died, atTheEnd);
        if (!fresh.isEmpty()) {
            worker(2, 2, Map.of(), false);
        }
        return EvidenceReader.read(dir);
    }

    private void worker(int round, int slot, Map<String, String> about, boolean died, JournalEntry... atTheEnd)
            throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        for (String name : List.of(CART, PRICE)) {
            entries.add(new ClassStarted(round, name, 20));
            long execution = name.hashCode();
            TestId test = new TestId(name, "runs");
            entries.add(new TestStarted(execution, round, test, "id:" + test, List.of(), false, 21));
            entries.add(new TestFinished(execution, new Outcome.Passed(), 22));
            entries.add(new ClassFinished(round, name, 30));
        }
        entries.addAll(List.of(atTheEnd));
        if (!died) {
            entries.add(new Finished(40));
        }
        WorkerId id = new WorkerId(JournalScript.RUN, round, slot);
        JournalScript.journal(dir.resolve(id.label() + ".journal"), new WorkerStarted(id, 4711, 15, about), entries);
    }

    private static RunFresh again(String className) {
        return new RunFresh(2, className, FreshReason.SUSPECT, "why");
    }

    @Test
    void ofAFaultBehindSeveralClassesAllAreSuspects() throws IOException {
        Evidence evidence = ofOneRenewedWorker(List.of(), false, PROBLEM);

        assertThat(evidence.problems()).hasSize(1);
        assertThat(KindComparison.differing(evidence)).isEmpty();
        assertThat(KindComparison.suspects(evidence, Confirmed.NOTHING))
                .containsOnlyKeys(CART, PRICE)
                .allSatisfy((name, one) -> {
                    assertThat(one.round()).isEqualTo(2);
                    assertThat(one.why()).contains("r2w1", "the database did not close");
                });
    }

    @ParameterizedTest
    @MethodSource("faults")
    void whatAFreshWorkerToldOfBesideTheRoundsIsNoDifferenceAndNothingToSuspect(JournalEntry fault) throws IOException {
        Evidence one =
                EvidenceReader.read(script().incident(2, CART, false, fault).write());
        Confirmed confirmed =
                new Confirmed(Set.of(), Set.of(), one.renewedFaults().get(0).faults());

        assertThat(KindComparison.faults(one)).containsExactlyElementsOf(one.renewedFaults());
        assertThat(KindComparison.differing(one)).containsOnlyKeys(CART);
        assertThat(KindComparison.differing(one, confirmed)).isEmpty();
    }

    @Test
    void andOfAFaultBehindSeveralNoneIsASuspect() throws IOException {
        Evidence evidence = ofOneRenewedWorker(List.of(), false, PROBLEM);

        WorkerFault same = new WorkerFault(WorkerFault.Kind.PROBLEM, "the database did not close", "");
        assertThat(KindComparison.suspects(evidence, new Confirmed(Set.of(), Set.of(), Set.of(same))))
                .isEmpty();
        WorkerFault other = new WorkerFault(WorkerFault.Kind.PROBLEM, "the disk is full", "");
        assertThat(KindComparison.suspects(evidence, new Confirmed(Set.of(), Set.of(), Set.of(other))))
                .containsOnlyKeys(CART, PRICE);
    }

    @Test
    void itIsSetAsideOnceFreshWorkersRanAllOfThemAndNotBefore() throws IOException {
        Evidence half = ofOneRenewedWorker(List.of(again(CART)), false, PROBLEM);
        assertThat(half.problems()).hasSize(1);

        for (String name : List.of("run", "r1w1", "r2w1", "r2w2")) {
            Files.delete(dir.resolve(name + ".journal"));
        }
        Evidence all = ofOneRenewedWorker(List.of(again(CART), again(PRICE)), false, PROBLEM);
        assertThat(all.problems()).isEmpty();
        assertThat(all.renewedFaults()).singleElement().satisfies(one -> assertThat(one.onlyRenewed())
                .isTrue());
        assertThat(KindComparison.suspects(all, Confirmed.NOTHING)).isEmpty();
    }

    @Test
    void aDeathBetweenClassesIsToldAndBreaksNothingOnceFreshWorkersRanAllOfThem() throws IOException {
        Evidence before = ofOneRenewedWorker(List.of(), true);
        assertThat(before.findings())
                .extracting("kind")
                .extracting(Object::toString)
                .containsExactly("WORKER_DIED");
        assertThat(KindComparison.suspects(before, Confirmed.NOTHING)).containsOnlyKeys(CART, PRICE);
        assertThat(KindComparison.suspects(before, new Confirmed(Set.of(), Set.of(), Set.of(WorkerFault.DEATH))))
                .as("a fresh worker died of it too")
                .isEmpty();

        for (String name : List.of("run", "r1w1", "r2w1")) {
            Files.delete(dir.resolve(name + ".journal"));
        }
        Evidence after = ofOneRenewedWorker(List.of(again(CART), again(PRICE)), true);
        assertThat(after.findings()).isEmpty();
        assertThat(after.renewedFaults()).singleElement().satisfies(one -> assertThat(one.what())
                .startsWith("its death: it died after shop.PriceTest"));
    }
}
