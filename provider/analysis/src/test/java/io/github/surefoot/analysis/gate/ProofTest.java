package io.github.surefoot.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.analysis.gate.Verdict.State;
import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.WorkerKind;
import java.io.IOException;
import java.math.BigDecimal;
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
        JournalScript script = new JournalScript(dir, ROUNDS)
                .on(WorkerKind.RENEWED)
                .test(CART, "expires", "P".repeat(20) + "FF" + "P".repeat(ROUNDS - 22))
                .test("shop.PriceTest", "rounds", "P".repeat(ROUNDS));
        for (int round = 2; round <= ROUNDS; round++) {
            script.fresh(FreshReason.DIFFERS, round, CART, "expires", 'P');
        }
        return new Gate(new GateSettings(gate, BigDecimal.valueOf(95), confidence, false), Categories.defaults())
                .judge(EvidenceReader.read(script.write()));
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
}
