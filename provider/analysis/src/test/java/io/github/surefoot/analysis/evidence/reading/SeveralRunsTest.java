package io.github.surefoot.analysis.evidence.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.Judge;
import io.github.surefoot.analysis.console.ConsoleLine;
import io.github.surefoot.analysis.console.VerdictLines;
import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.Finding.Kind;
import io.github.surefoot.analysis.gate.Categories;
import io.github.surefoot.analysis.gate.GateSettings;
import io.github.surefoot.analysis.judgement.Judgement;
import io.github.surefoot.analysis.judgement.Reporting;
import io.github.surefoot.core.WorkerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralRunsTest {
    @TempDir
    Path dir;

    @Test
    void roundsOfSeveralRunsFollowUponEachOther() throws IOException {
        Evidence evidence = EvidenceReader.read(List.of(
                run("a", 2).test("shop.CartTest", "adds", "PP").write(),
                run("b", 3).test("shop.CartTest", "adds", "PFP").write()));

        assertThat(evidence.findings()).isEmpty();
        assertThat(evidence.run().plannedRounds()).isEqualTo(5);
        assertThat(evidence.completedRounds()).isEqualTo(5);
        assertThat(evidence.run().run()).isEqualTo("a + b");
        assertThat(evidence.run().isMerged()).isTrue();
        assertThat(evidence.tests()).singleElement().satisfies(test -> assertThat(test.executions())
                .extracting(
                        e -> e.round() + " " + e.worker() + " " + e.outcome().word())
                .containsExactly("1 r1w1 passed", "2 r2w1 passed", "3 r3w1 passed", "4 r4w1 failed", "5 r5w1 passed"));
        assertThat(evidence.worker("r4w1").orElseThrow().journal())
                .isEqualTo(dir.resolve("b").resolve("r2w1.journal"));
    }

    @Test
    void theReplayNamesTheFileSinceTheLabelIsNoLongerEnough() throws IOException {
        Judgement judgement = judge(
                "95",
                run("a", 1).test("shop.CartTest", "adds", "P").write(),
                run("b", 2).test("shop.CartTest", "adds", "PF").write());

        assertThat(new VerdictLines(judgement).lines())
                .extracting(ConsoleLine::text)
                .contains("  replay the failing worker:  mvn surefoot:replay -Dsurefoot.journal="
                        + dir.resolve("b").resolve("r2w1.journal"));
    }

    @Test
    void twelveMachinesProveWhatOneCouldNot() throws IOException {
        List<Path> machines = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            machines.add(run("machine-" + i, 5)
                    .test("shop.CartTest", "adds", "PPPPP")
                    .write());
        }

        assertThat(judge("95", machines.get(0)).verdict().isHeld()).isFalse();
        assertThat(judge("95", machines.toArray(Path[]::new)).verdict().isHeld())
                .isTrue();
    }

    @Test
    void theKindOfWorkersIsToldIfItIsTheSameInAllRuns() throws IOException {
        Path fresh = run("a", 1).test("shop.CartTest", "adds", "P").write();
        Path warm = run("b", 1)
                .on(WorkerKind.WARM)
                .test("shop.CartTest", "adds", "P")
                .write();
        Path warmToo = run("c", 1)
                .on(WorkerKind.WARM)
                .test("shop.CartTest", "adds", "P")
                .write();

        assertThat(EvidenceReader.read(List.of(fresh)).run().kind()).contains(WorkerKind.FRESH);
        assertThat(EvidenceReader.read(List.of(warm, warmToo)).run().kind()).contains(WorkerKind.WARM);
        assertThat(EvidenceReader.read(List.of(fresh, warm)).run().kind()).isEmpty();
        assertThat(EvidenceReader.read(List.of(fresh, warm)).findings()).isEmpty();
    }

    @Test
    void runsOfDifferentSuitesAreNotJudgedTogether() throws IOException {
        Path a = run("a", 1).test("shop.CartTest", "adds", "P").write();
        Path b = run("b", 1)
                .named("b", "suite-2")
                .test("shop.CartTest", "adds", "P")
                .write();

        assertThat(EvidenceReader.read(List.of(a, b)).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.SUITE_CHANGED);
    }

    @Test
    void whatOneOfThemLacksIsMissing() throws IOException {
        Path a = run("a", 2).test("shop.CartTest", "adds", "PP").write();
        Path b = run("b", 2).test("shop.CartTest", "adds", "PC").write();
        Path c = run("c", 2).test("shop.CartTest", "adds", "PP").write();
        Files.delete(c.resolve("r1w1.journal"));

        Evidence evidence = EvidenceReader.read(List.of(a, b, c));

        assertThat(evidence.findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.WORKER_DIED, Kind.CLASS_UNFINISHED);
        assertThat(evidence.findings().get(0).sentence())
                .startsWith("Worker r4w1 (process 4711) died in round 4 while it ran CartTest.adds.")
                .endsWith("-Dsurefoot.journal=" + b.resolve("r2w1.journal"));
        assertThat(evidence.findings().get(1).sentence()).startsWith("Round 5: ");
    }

    @Test
    void oneRunOnSeveralMachinesIsStillOneRun() throws IOException {
        Path a = run("a", 1)
                .test("shop.CartTest", "adds", "P")
                .test("shop.OrderTest", "ships", "P")
                .write();
        Path other = Files.createDirectories(dir.resolve("other"));
        Files.move(a.resolve("r1w2.journal"), other.resolve("r1w2.journal"));

        Evidence evidence = EvidenceReader.read(List.of(a, other));

        assertThat(evidence.findings()).isEmpty();
        assertThat(evidence.tests()).hasSize(2);
    }

    private JournalScript run(String name, int rounds) {
        return new JournalScript(dir.resolve(name), rounds).named(name, "suite-1");
    }

    private static Judgement judge(String confidence, Path... journals) {
        return new Judge(
                        GateSettings.parse("test", "95", confidence, false),
                        Categories.defaults(),
                        Reporting.defaults())
                .judge(List.of(journals));
    }
}
