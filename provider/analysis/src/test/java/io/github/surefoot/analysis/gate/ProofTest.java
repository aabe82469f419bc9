package io.github.surefoot.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.analysis.gate.Verdict.State;
import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.WorkerKind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A failure that only renewed workers see breaks nothing, and what fresh ones make of it proves nothing new. */
class ProofTest {
    private static final int ROUNDS = 60;
    private static final String CART = "shop.CartTest";

    @TempDir
    private Path dir;

    private Verdict judge(GateKind gate, Optional<BigDecimal> confidence) throws IOException {
        return judge(gate, BigDecimal.valueOf(95), confidence, run("FF"));
    }

    private static Verdict judge(
            GateKind gate, BigDecimal threshold, Optional<BigDecimal> confidence, JournalScript script)
            throws IOException {
        return new Gate(new GateSettings(gate, threshold, confidence, false), Categories.defaults())
                .judge(EvidenceReader.read(script.write()));
    }

    /** Returns a run in which renewed workers see two rounds of a test so, and fresh ones all of them pass. */
    private JournalScript run(String two) throws IOException {
        return run(two, 'P');
    }

    private JournalScript run(String two, char freshOfRound2) throws IOException {
        JournalScript script = new JournalScript(Files.createTempDirectory(dir, "run"), ROUNDS)
                .on(WorkerKind.RENEWED)
                .test(CART, "expires", "P".repeat(20) + two + "P".repeat(ROUNDS - 22))
                .test("shop.PriceTest", "rounds", "P".repeat(ROUNDS));
        for (int round = 2; round <= ROUNDS; round++) {
            script.fresh(FreshReason.DIFFERS, round, CART, "expires", round == 2 ? freshOfRound2 : 'P');
        }
        return script;
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void itBreaksNothing(GateKind gate) throws IOException {
        Verdict verdict = judge(gate, Optional.empty());

        assertThat(verdict.state()).isEqualTo(State.HELD);
        assertThat(verdict.rates().of(gate).failed()).isZero();
        assertThat(verdict.tests().get(0).failsOnlyRenewed()).isTrue();
        assertThat(verdict.tests().get(1).failsOnlyRenewed()).isFalse();
    }

    @Test
    void boundsCountIt() throws IOException {
        Rates rates = judge(GateKind.TEST, Optional.empty()).rates();

        BigDecimal two = LowerBound.of(new Tally(ROUNDS - 2, ROUNDS), LowerBound.USUAL_CONFIDENCE);
        assertThat(rates.lowerBound(GateKind.TEST)).contains(two);
        assertThat(rates.lowerBound(GateKind.RUN)).contains(two);
        assertThat(rates.lowerBound(GateKind.EXECUTION))
                .contains(LowerBound.of(new Tally(2 * ROUNDS - 2, 2 * ROUNDS), LowerBound.USUAL_CONFIDENCE));
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void whereAProofIsAskedForItIsMissing(GateKind gate) throws IOException {
        Verdict verdict = judge(gate, Optional.of(LowerBound.USUAL_CONFIDENCE));

        assertThat(verdict.state()).isEqualTo(State.INSUFFICIENT);
        assertThat(verdict.reasons()).hasSize(1).allSatisfy(reason -> assertThat(reason.text())
                .contains(
                        gate == GateKind.EXECUTION ? "118 of 120 executions" : "58 of 60 rounds",
                        "failures counted that only renewed workers saw"));
    }

    /** The next run does not count it: fresh workers run the class, which is remembered, in all of its rounds. */
    @Test
    void asManyRoundsAsFreshWorkersNeedAreAdvised() throws IOException {
        assertThat(reason(GateKind.TEST))
                .endsWith(": 59 rounds would prove it in the next run, in which fresh workers run its class from the"
                        + " start (-Dsurefoot.rounds=59).");
        assertThat(reason(GateKind.RUN))
                .endsWith(": 59 rounds would prove it in the next run, in which fresh workers run what only renewed"
                        + " ones saw fail or not run from the start (-Dsurefoot.rounds=59).");
        assertThat(reason(GateKind.EXECUTION))
                .endsWith(": as many executions would prove it in the next run, in which fresh workers run what only"
                        + " renewed ones saw fail or not run from the start.");
    }

    private String reason(GateKind gate) throws IOException {
        BigDecimal threshold = gate == GateKind.EXECUTION ? BigDecimal.valueOf(97) : BigDecimal.valueOf(95);
        return judge(gate, threshold, Optional.of(LowerBound.USUAL_CONFIDENCE), run("FF"))
                .reasons()
                .get(0)
                .text();
    }

    @Test
    void whatOnlyRenewedWorkersAbortedIsNoFailure() throws IOException {
        Verdict verdict =
                judge(GateKind.TEST, BigDecimal.valueOf(95), Optional.of(LowerBound.USUAL_CONFIDENCE), run("AA"));

        assertThat(verdict.reasons())
                .extracting(Reason::text)
                .containsExactly(
                        "CartTest.expires passed 58 of 58 rounds, rounds left out that renewed workers skipped or aborted"
                                + " (what fresh ones make of them is a second chance), which proves at least 94.9 % at 95 %"
                                + " confidence, not 95 %: 59 rounds would prove it in the next run, in which fresh workers run"
                                + " its class from the start (-Dsurefoot.rounds=59).");
        assertThat(verdict.tests().get(0).failsOnlyRenewed()).isFalse();
        assertThat(verdict.tests().get(0).hadSecondChance()).isTrue();
        assertThat(verdict.tests().get(1).hadSecondChance()).isFalse();
    }

    @Test
    void failuresAndWhatWasAbortedAreBothTold() throws IOException {
        assertThat(judge(GateKind.TEST, BigDecimal.valueOf(95), Optional.of(LowerBound.USUAL_CONFIDENCE), run("FA"))
                        .reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.text())
                        .contains("passed 58 of 59 rounds, failures counted that only renewed workers saw and rounds"
                                + " left out that renewed workers skipped or aborted (what"));
        assertThat(judge(
                                GateKind.EXECUTION,
                                BigDecimal.valueOf(99),
                                Optional.of(LowerBound.USUAL_CONFIDENCE),
                                run("AA"))
                        .reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.text())
                        .contains("118 of 120 executions passed (98.3 %), what renewed workers skipped or aborted not"
                                + " counted as passed (what"));
    }

    /** What fresh workers see fail, too, is no difference between them, and not remembered. */
    @Test
    void whatFailsInBothKindsOfWorkersIsNotWaitedFor() throws IOException {
        JournalScript both = run("FF", 'F');
        Verdict verdict = judge(GateKind.TEST, BigDecimal.valueOf(90), Optional.of(BigDecimal.valueOf(99)), both);

        assertThat(verdict.reasons()).singleElement().satisfies(reason -> assertThat(reason.text())
                .contains("with no further failure would prove it (-D"));
    }
}
