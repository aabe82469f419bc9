package io.github.surefoot.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.gate.Verdict.State;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;

/** The verdict with early stop is the one without. */
@Tag("slow")
class StopRulePropertyTest {
    private static final Finding MISSING = new Finding(Finding.Kind.ROUND_MISSING, "Rounds are missing.");

    @Property(tries = 3_000, seed = "2026")
    void stoppingEarlyDoesNotChangeTheVerdict(
            @ForAll("suites") List<String> suite, @ForAll("rules") GateSettings rule) {
        Gate gate = new Gate(rule, Categories.defaults());
        int rounds = suite.get(0).length();
        State full = gate.judge(Evidences.of(rounds, suite, List.of())).state();

        for (int round = 1; round < rounds; round++) {
            Evidence soFar = after(round, suite);
            if (gate.isDecided(soFar)) {
                Verdict early = gate.judge(soFar);
                assertThat(early.state()).isEqualTo(full);
                assertThat(early.earlyStop())
                        .contains(new Verdict.EarlyStop(round, (long) suite.size() * (rounds - round)));
                assertThat(early.reasons()).extracting(Reason::text).doesNotContain(MISSING.sentence());
                return;
            }
            assertThat(gate.judge(soFar).isHeld()).isFalse();
        }
    }

    /** What is left out could not have made it held; what it is called is not worse than all rounds could have made it. */
    @Property(tries = 3_000, seed = "2027")
    void whatCouldBeHeldIsNeverStopped(@ForAll("suites") List<String> suite, @ForAll("rules") GateSettings certain) {
        GateSettings rule =
                new GateSettings(certain.gate(), certain.threshold(), certain.confidence(), StopWhen.NOT_HELD);
        Gate gate = new Gate(rule, Categories.defaults());
        int rounds = suite.get(0).length();

        for (int round = 1; round < rounds; round++) {
            Evidence soFar = after(round, suite);
            if (gate.isDecided(soFar)) {
                int done = round;
                List<String> atBest = suite.stream()
                        .map(test -> test.substring(0, done) + "P".repeat(rounds - done))
                        .toList();
                Verdict early = gate.judge(soFar);
                State best = gate.judge(Evidences.of(rounds, atBest, List.of())).state();
                assertThat(best).isNotEqualTo(State.HELD);
                assertThat(gate.judge(Evidences.of(rounds, suite, List.of())).state())
                        .isNotEqualTo(State.HELD);
                assertThat(early.state() == State.HELD).isFalse();
                if (early.tests().stream().noneMatch(test -> test.tally().neverPassed())) {
                    assertThat(early.state()).isEqualTo(best);
                }
                assertThat(early.earlyStop()).isPresent();
                return;
            }
        }
    }

    @Example
    void whatCannotBeProvenAnyMoreIsInsufficientAndNotBroken() {
        GateSettings rule = new GateSettings(
                GateKind.TEST, BigDecimal.valueOf(95), Optional.of(BigDecimal.valueOf(95)), StopWhen.NOT_HELD);
        Gate gate = new Gate(rule, Categories.defaults());
        List<String> suite = List.of("P".repeat(59), "PF" + "P".repeat(57));

        assertThat(gate.isDecided(after(4, suite))).isFalse();
        assertThat(gate.isDecided(after(5, suite))).isTrue();
        Verdict early = gate.judge(after(5, suite));
        assertThat(early.state()).isEqualTo(State.INSUFFICIENT);
        assertThat(early.earlyStop()).contains(new Verdict.EarlyStop(5, 2 * 54L));
        assertThat(early.reasons())
                .singleElement()
                .extracting(Reason::text)
                .asString()
                .contains("passed 4 of 5 rounds, which proves at least 34.2 % at 95 % confidence, not 95 %: 93 rounds");
        assertThat(gate.isDecided(after(58, List.of("P".repeat(59))))).isFalse();
    }

    /** As of a test that is disabled: it never counts. */
    @Example
    void whatIsAlwaysSkippedDecidesNothing() {
        GateSettings rule = new GateSettings(
                GateKind.TEST, BigDecimal.valueOf(95), Optional.of(BigDecimal.valueOf(95)), StopWhen.NOT_HELD);

        assertThat(new Gate(rule, Categories.defaults()).isDecided(after(30, List.of("P".repeat(59), "S".repeat(59)))))
                .isFalse();
    }

    @Example
    void aTestIsDecidedAtTheFirstFailureOfFive() {
        Gate gate = new Gate(rule(GateKind.TEST, "95", Optional.empty()), Categories.defaults());

        assertThat(gate.isDecided(after(1, List.of("PPPPP", "PFPPP")))).isFalse();
        assertThat(gate.isDecided(after(2, List.of("PPPPP", "PFPPP")))).isTrue();
    }

    @Example
    void nothingIsDecidedUnlessAsked() {
        GateSettings off = new GateSettings(GateKind.TEST, BigDecimal.valueOf(95), Optional.empty(), false);
        Gate gate = new Gate(off, Categories.defaults());

        assertThat(gate.isDecided(after(2, List.of("FFFFF")))).isFalse();
        assertThat(gate.judge(after(2, List.of("FFFFF"))).earlyStop()).isEmpty();
    }

    private static Evidence after(int round, List<String> suite) {
        return Evidences.of(
                suite.get(0).length(),
                suite.stream().map(test -> test.substring(0, round)).toList(),
                List.of(MISSING));
    }

    private static GateSettings rule(GateKind gate, String threshold, Optional<BigDecimal> confidence) {
        return new GateSettings(gate, new BigDecimal(threshold), confidence, true);
    }

    @Provide
    Arbitrary<GateSettings> rules() {
        return Combinators.combine(
                        Arbitraries.of(GateKind.class),
                        Arbitraries.of("0", "20", "50", "66.7", "80", "90", "95", "99.5", "100"),
                        Arbitraries.of(BigDecimal.valueOf(95), BigDecimal.valueOf(60))
                                .optional())
                .as(StopRulePropertyTest::rule);
    }

    @Provide
    Arbitrary<List<String>> suites() {
        return Combinators.combine(
                        Arbitraries.integers().between(2, 25), Arbitraries.of("PPPPPPPPPF", "PPPPFESAH", "PFSC"))
                .flatAs((rounds, letters) -> Arbitraries.strings()
                        .withChars(letters)
                        .ofLength(rounds)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(6));
    }
}
