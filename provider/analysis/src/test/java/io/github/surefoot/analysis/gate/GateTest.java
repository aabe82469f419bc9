package io.github.surefoot.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.gate.Verdict.State;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class GateTest {
    @Test
    void nineteenOfTwentyHolds() {
        Verdict verdict = judge(GateKind.TEST, "95", "PPPPPPPPPPPPPPPPPPPF");

        assertThat(verdict.state()).isEqualTo(State.HELD);
        assertThat(verdict.rates().test().text()).isEqualTo("95 %");
        assertThat(verdict.tests().get(0).status()).isEqualTo(TestStatus.FLAKY);
    }

    @Test
    void eighteenOfNineteenDoesNot() {
        Verdict verdict = judge(GateKind.TEST, "95", "PPPPPPPPPPPPPPPPPPF");

        assertThat(verdict.state()).isEqualTo(State.BROKEN);
        assertThat(texts(verdict)).containsExactly("T.t0 passed 18 of 19 rounds (94.7 %), below 95 %.");
    }

    @ParameterizedTest
    @CsvSource({
        "9496, 10000, 94.9 %",
        "94999999, 100000000, 94.9 %",
        "95, 100, 95 %",
        "1, 3, 33.3 %",
        "1, 100000, 0 %",
        "999999, 1000000, 99.9 %",
        "10, 10, 100 %",
        "3, 5, 60 %"
    })
    void ratesAreRoundedAgainstTheUser(long passed, long counted, String text) {
        assertThat(new Tally(passed, counted).text()).isEqualTo(text);
    }

    @Test
    void whatPrintsAsTheThresholdReachesIt() {
        BigDecimal threshold = BigDecimal.valueOf(95);
        for (int counted = 1; counted <= 2_000; counted++) {
            for (int passed = counted * 9 / 10; passed <= counted; passed++) {
                Tally tally = new Tally(passed, counted);
                boolean reaches = tally.reaches(threshold);
                assertThat(reaches).isEqualTo(passed * 100 >= 95 * counted);
                if (!reaches) {
                    assertThat(tally.text()).isNotEqualTo("95 %");
                    assertThat(tally.percent().orElseThrow()).isLessThan(threshold);
                }
            }
        }
    }

    /** Every table of two tests over three rounds, against the definition written out in other words. */
    @ParameterizedTest
    @EnumSource(GateKind.class)
    void judgesEverySmallSuiteByTheDefinition(GateKind gate) {
        List<String> rows = rows(3);
        for (String threshold : List.of("0", "33", "33.4", "50", "66.6", "66.7", "95", "100")) {
            for (String first : rows) {
                for (String second : rows) {
                    Verdict verdict = judge(gate, threshold, first, second);
                    assertThat(verdict.isHeld())
                            .as("%s %s: %s %s", gate, threshold, first, second)
                            .isEqualTo(holds(gate, Double.parseDouble(threshold), first, second));
                }
            }
        }
    }

    private static List<String> rows(int rounds) {
        List<String> rows = List.of("");
        for (int round = 0; round < rounds; round++) {
            List<String> longer = new ArrayList<>();
            rows.forEach(row -> "PFS".chars().forEach(c -> longer.add(row + (char) c)));
            rows = longer;
        }
        return rows;
    }

    private static boolean holds(GateKind gate, double threshold, String... tests) {
        double passed = 0;
        double counted = 0;
        for (String test : tests) {
            double p = test.chars().filter(c -> c == 'P').count();
            double f = test.chars().filter(c -> c == 'F').count();
            passed += p;
            counted += p + f;
            boolean broken = p == 0 && f > 0;
            if (broken || (gate == GateKind.TEST && p + f > 0 && 100 * p / (p + f) < threshold)) {
                return false;
            }
        }
        int clean = 0;
        for (int round = 0; round < 3; round++) {
            clean += tests[0].charAt(round) != 'F' && tests[1].charAt(round) != 'F' ? 1 : 0;
        }
        return switch (gate) {
            case TEST -> true;
            case RUN -> 100.0 * clean / 3 >= threshold;
            case EXECUTION -> counted == 0 || 100 * passed / counted >= threshold;
        };
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void aSuiteWithoutTestsHolds(GateKind gate) {
        assertThat(judge(gate, "100").isHeld()).isTrue();
        assertThat(judge(gate, "100", "SSA").isHeld()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void aBrokenTestBreaksEveryGateWhateverTheThreshold(GateKind gate) {
        Verdict verdict = judge(gate, "0", "PPPPP", "FEFEF");

        assertThat(verdict.state()).isEqualTo(State.BROKEN);
        assertThat(texts(verdict)).containsExactly("T.t1 failed in all 5 rounds it ran: it is broken.");
    }

    @ParameterizedTest
    @EnumSource(GateKind.class)
    void missingEvidenceFailsEveryGate(GateKind gate) {
        for (Finding.Kind kind : Finding.Kind.values()) {
            Evidence evidence = Evidences.of(5, List.of("PPPPP"), List.of(new Finding(kind, "Gone.")));

            Verdict verdict = gate(gate, "0", null).judge(evidence);

            assertThat(verdict.state()).isEqualTo(kind.breaks() ? State.BROKEN : State.INSUFFICIENT);
            assertThat(texts(verdict)).containsExactly("Gone.");
        }
    }

    @Test
    void everyOutcomeHasItsStatus() {
        Verdict verdict = judge(GateKind.TEST, "0", "PP", "PF", "FF", "SS", "SA", "PC", "PH", "NN", "SN", "FS");

        assertThat(verdict.tests())
                .extracting(t -> t.status().word())
                .containsExactly(
                        "reliable",
                        "flaky",
                        "broken",
                        "skipped",
                        "skipped",
                        "crashed",
                        "hung",
                        "broken",
                        "skipped",
                        "broken");
    }

    @Test
    void theRunCountsRoundsInWhichNothingFailed() {
        Verdict verdict = judge(GateKind.RUN, "60", "PFPPP", "PPFPP");

        assertThat(verdict.rates().run()).isEqualTo(new Tally(3, 5));
        assertThat(verdict.isHeld()).isTrue();
        assertThat(texts(judge(GateKind.RUN, "60.1", "PFPPP", "PPFPP")))
                .containsExactly("3 of 5 rounds passed without any failure (60 %), below 60.1 %.");
    }

    @Test
    void confidenceAsksForProof() {
        Verdict verdict = gate(GateKind.TEST, "95", "95").judge(Evidences.of("PPPPP", "PPPPP"));

        assertThat(verdict.state()).isEqualTo(State.INSUFFICIENT);
        assertThat(texts(verdict))
                .containsExactly("2 tests passed 5 of 5 rounds, which proves at least 54.9 % at 95 % confidence, not"
                        + " 95 %: 59 rounds would prove it (-Dsurefoot.rounds=59).");
        assertThat(gate(GateKind.TEST, "95", "95")
                        .judge(Evidences.of("P".repeat(58)))
                        .state())
                .isEqualTo(State.INSUFFICIENT);
        assertThat(gate(GateKind.TEST, "95", "95")
                        .judge(Evidences.of("P".repeat(59)))
                        .state())
                .isEqualTo(State.HELD);
        assertThat(gate(GateKind.RUN, "95", "95")
                        .judge(Evidences.of("P".repeat(59)))
                        .state())
                .isEqualTo(State.HELD);
        assertThat(texts(gate(GateKind.EXECUTION, "95", "95").judge(Evidences.of("PPPPP", "PPPPP"))))
                .containsExactly("10 of 10 executions passed (100 %), which proves at least 74.1 % at 95 % confidence,"
                        + " not 95 %: 59 executions would prove it.");
        assertThat(texts(gate(GateKind.TEST, "100", "95").judge(Evidences.of("PPPPP")))
                        .get(0))
                .endsWith("no number of rounds proves 100 %; lower the threshold or the confidence.");
    }

    @Test
    void whatFallsShortIsBrokenAlsoWhereConfidenceIsAsked() {
        assertThat(gate(GateKind.TEST, "95", "95").judge(Evidences.of("PPPPF")).state())
                .isEqualTo(State.BROKEN);
    }

    @Test
    void theWorstTestsComeFirst() {
        assertThat(judge(GateKind.TEST, "95", "PPPP", "PPPF", "FFFF", "PPFF").worst())
                .extracting(TestResult::shortName)
                .containsExactly("T.t2", "T.t3", "T.t1");
    }

    private static Verdict judge(GateKind gate, String threshold, String... tests) {
        return gate(gate, threshold, null).judge(Evidences.of(tests));
    }

    private static Gate gate(GateKind gate, String threshold, @org.jspecify.annotations.Nullable String confidence) {
        return new Gate(
                new GateSettings(
                        gate,
                        new BigDecimal(threshold),
                        Optional.ofNullable(confidence).map(BigDecimal::new),
                        false),
                Categories.defaults());
    }

    private static List<String> texts(Verdict verdict) {
        return verdict.reasons().stream().map(Reason::text).toList();
    }
}
