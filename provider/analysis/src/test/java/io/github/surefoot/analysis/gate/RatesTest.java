package io.github.surefoot.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.surefoot.analysis.evidence.Evidence;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RatesTest {
    @Test
    void theLeastReliableTestIsOneThatCounted() {
        Rates rates = judge(Evidences.of("PPPP", "PPSS", "SSSS", "PPPS")).rates();

        assertThat(rates.test()).isEqualTo(new Tally(2, 2));
        assertThat(rates.run()).isEqualTo(new Tally(4, 4));
        assertThat(rates.execution()).isEqualTo(new Tally(9, 9));
        assertThat(rates.lowerBound(GateKind.TEST)).contains(new BigDecimal("22.3606"));
        assertThat(rates.lowerBound(GateKind.RUN)).contains(new BigDecimal("47.2870"));
        assertThat(rates.lowerBound(GateKind.EXECUTION)).contains(new BigDecimal("71.6871"));
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void whereNothingCountedThereIsNoRate(GateKind gate) {
        Rates rates = judge(Evidences.of()).rates();

        assertThat(rates.of(gate)).isEqualTo(Tally.NONE);
        assertThat(rates.of(gate).percent()).isEmpty();
        assertThat(rates.of(gate).text()).isEqualTo("nothing ran");
        assertThat(rates.lowerBound(gate)).isEmpty();
    }

    @Test
    void eachGateGoesByItsOwnMeasure() {
        Rates rates = judge(Evidences.of("PPPPF", "PPPFP")).rates();

        assertThat(rates.of(GateKind.TEST)).isEqualTo(new Tally(4, 5));
        assertThat(rates.of(GateKind.RUN)).isEqualTo(new Tally(3, 5));
        assertThat(rates.of(GateKind.EXECUTION)).isEqualTo(new Tally(8, 10));
    }

    /** A class that passes as a whole is no execution, unless a worker told of it; one that fails is. */
    @Test
    void whatStandsForAClassCountsAsExecutedWhenItWas() {
        Evidence evidence = Evidences.withContainer(Evidences.of("PPPP"), "pPFs");

        assertThat(judge(evidence).rates().execution()).isEqualTo(new Tally(5, 6));
        assertThat(judge(evidence).rates().test()).isEqualTo(new Tally(2, 3));
    }

    @Test
    void categoriesHaveRatesOfTheirOwn() {
        Verdict verdict = judge(Evidences.withContainer(Evidences.of("PPPF"), "FPPF"));

        assertThat(verdict.categories()).containsOnlyKeys("security", "unit");
        assertThat(verdict.categories().get("unit")).extracting(Rates::test).isEqualTo(new Tally(3, 4));
        assertThat(verdict.categories().get("security")).extracting(Rates::test).isEqualTo(new Tally(2, 4));
    }

    @Test
    void aTestTellsWhatItFirstFailedOf() {
        List<TestResult> tests =
                judge(Evidences.of("PCFE", "CCCC", "PPPP", "PPEF")).tests();

        assertThat(tests.get(0).firstHeadline()).contains("E: round F");
        assertThat(tests.get(0).firstFailingWorker()).contains("r2w1");
        assertThat(tests.get(1).firstHeadline()).isEmpty();
        assertThat(tests.get(2).firstHeadline()).isEmpty();
        assertThat(tests.get(2).firstFailingWorker()).isEmpty();
        assertThat(tests.get(3).firstHeadline()).contains("E: round E");
        TestResult nowhere =
                judge(Evidences.withContainer(Evidences.of("P"), "f")).tests().get(1);
        assertThat(nowhere.failures()).hasSize(1);
        assertThat(nowhere.firstFailingWorker()).isEmpty();
        assertThat(judge(Evidences.of("PH")).tests().get(0).firstHeadline())
                .as("nobody has said at which limit")
                .isEmpty();
    }

    @Test
    void ratesAreComparedExactlyAndNothingIsLikeEverything() {
        assertThat(new Tally(1, 3).compareRate(new Tally(2, 6))).isZero();
        assertThat(new Tally(1, 3).compareRate(new Tally(333_334, 1_000_000))).isNegative();
        assertThat(new Tally(1, 3).compareRate(new Tally(333_333, 1_000_000))).isPositive();
        assertThat(Tally.NONE.compareRate(new Tally(1, 1))).isZero();
        assertThat(Tally.NONE.compareRate(new Tally(0, 1))).isPositive();
        assertThat(new Tally(9, 10).compareRate(Tally.NONE)).isNegative();
    }

    @Test
    void ofTestsWithOneRateTheOneWithMoreFailuresIsWorse() {
        assertThat(judge(Evidences.of("PFSS", "PPFF", "PFPF")).worst())
                .extracting(TestResult::shortName)
                .containsExactly("T.t1", "T.t2", "T.t0");
    }

    @Test
    void theVerdictsHaveTheirWords() {
        assertThat(List.of(Verdict.State.values()))
                .extracting(Verdict.State::word)
                .containsExactly("held", "broken", "insufficient");
    }

    @Test
    void reasonsInOtherWordsAreTheSameReasons() {
        Verdict verdict = judge(Evidences.of("PF", "FF"));

        Verdict loud = verdict.reworded(text -> text + "!");

        assertThat(loud.reasons())
                .extracting(Reason::text)
                .containsExactly(
                        "T.t1 failed in all 2 rounds it ran: it is broken.!",
                        "T.t0 passed 1 of 2 rounds (50 %), below 95 %.!");
        assertThat(loud.reasons())
                .extracting(Reason::test)
                .containsExactly(
                        Optional.of(verdict.tests().get(1)),
                        Optional.of(verdict.tests().get(0)));
        assertThat(loud.reworded(text -> text.replace("!", ""))).isEqualTo(verdict);
    }

    @Test
    void moreCannotPassThanCounted() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Tally(2, 1)).withMessage("2 of 1");
        assertThatIllegalArgumentException().isThrownBy(() -> new Tally(-1, 0));
    }

    @Test
    void quotientsAreRoundedDown() {
        assertThat(Percent.oneDecimal(1_999, 1_000)).isEqualTo("1.9");
        assertThat(Percent.oneDecimal(2_000, 1_000)).isEqualTo("2");
        assertThat(Percent.oneDecimal(99, 1_000)).isEqualTo("0");
    }

    private static Verdict judge(Evidence evidence) {
        return new Gate(
                        new GateSettings(GateKind.TEST, BigDecimal.valueOf(95), Optional.empty(), false),
                        Categories.defaults())
                .judge(evidence);
    }
}
