package io.github.surefoot.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.ForbiddenMessage;
import io.github.surefoot.analysis.evidence.Leak;
import io.github.surefoot.analysis.evidence.WorkerProblem;
import io.github.surefoot.core.TestId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When the rounds that are left may be left out. */
class StopRuleTest {
    private static final Finding MISSING = new Finding(Finding.Kind.ROUND_MISSING, "Rounds are missing.");

    @ParameterizedTest
    @CsvSource({
        // gate, threshold, planned, first test, second test, decided
        "TEST, 95, 5, PPPP, PPPP, false",
        "TEST, 95, 5, P, F, true",
        "TEST, 80, 5, P, F, false",
        "TEST, 80, 5, PP, FF, true",
        "TEST, 0, 5, FFFF, FFFF, false",
        "RUN, 80, 5, PP, PF, false",
        "RUN, 80, 5, PF, FP, true",
        "RUN, 60, 5, PF, FP, false",
        "EXECUTION, 80, 5, FP, FP, false",
        "EXECUTION, 80, 5, FF, FF, true",
        "EXECUTION, 80, 5, FF, FP, true",
        "EXECUTION, 70, 5, FF, FP, false",
    })
    void isDecidedWhenTheBestThatMayComeIsTooLittle(
            GateKind gate, String threshold, int planned, String first, String second, boolean decided) {
        Evidence evidence = Evidences.of(planned, List.of(first, second), List.of(MISSING));

        assertThat(gate(gate, threshold, true).isDecided(evidence)).isEqualTo(decided);
        assertThat(gate(gate, threshold, false).isDecided(evidence)).isFalse();
        Verdict verdict = gate(gate, threshold, true).judge(evidence);
        int rounds = first.length();
        assertThat(verdict.earlyStop())
                .isEqualTo(
                        decided
                                ? Optional.of(new Verdict.EarlyStop(rounds, 2L * (planned - rounds)))
                                : Optional.empty());
        assertThat(verdict.reasons().stream().map(Reason::text).anyMatch(MISSING.sentence()::equals))
                .isNotEqualTo(decided);
        assertThat(verdict.plannedRounds()).isEqualTo(planned);
        assertThat(verdict.completedRounds()).isEqualTo(rounds);
        assertThat(gate(gate, threshold, false).judge(evidence).earlyStop()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // gate, threshold, planned, first test, second test, what it is called; empty if all rounds are needed
        "TEST, 95, 59, PPPPP, PPPPP, ",
        "TEST, 95, 59, PPPP, PFPP, ",
        "TEST, 95, 59, PPPPP, PFPPP, INSUFFICIENT",
        "TEST, 95, 59, PPPPP, FFPPP, INSUFFICIENT",
        "TEST, 95, 59, PPPP, FFFP, BROKEN",
        "TEST, 95, 59, PPPPP, FFFFF, BROKEN",
        "TEST, 95, 59, PPPPP, SSSSS, ",
        "TEST, 80, 22, PPPPP, PFPPP, ",
        "TEST, 80, 22, PPPPP, PFFPP, INSUFFICIENT",
        "RUN, 80, 14, PPPPP, PPPPP, ",
        "RUN, 80, 14, PFPP, PPPP, ",
        "RUN, 80, 14, PFPPP, PPPPP, INSUFFICIENT",
        "RUN, 80, 14, PFFFP, PPPPP, BROKEN",
        "EXECUTION, 80, 14, PPPPP, PFPPP, ",
        "EXECUTION, 80, 14, PPFPP, PFFPP, INSUFFICIENT",
        "EXECUTION, 80, 14, PPFFF, PFFFP, BROKEN",
    })
    void isDecidedWhenTheBestThatMayComeProvesTooLittle(
            GateKind kind, String threshold, int planned, String first, String second, Verdict.@Nullable State state) {
        Gate gate = proving(kind, threshold, StopWhen.NOT_HELD);
        Evidence evidence = Evidences.of(planned, List.of(first, second), List.of(MISSING));

        assertThat(gate.isDecided(evidence)).isEqualTo(state != null);
        assertThat(gate.isDecidedByTests(evidence)).isEqualTo(state != null);
        Verdict verdict = gate.judge(evidence);
        assertThat(verdict.earlyStop().isPresent()).isEqualTo(state != null);
        assertThat(verdict.isHeld()).isFalse();
        if (state != null) {
            assertThat(verdict.state()).isEqualTo(state);
        }
        assertThat(verdict.reasons().stream().map(Reason::text).anyMatch(MISSING.sentence()::equals))
                .isEqualTo(state == null);
        assertThat(proving(kind, threshold, StopWhen.NEVER).isDecided(evidence)).isFalse();
        assertThat(proving(kind, threshold, StopWhen.NEVER).isDecidedByTests(evidence))
                .isFalse();
        if (state != Verdict.State.BROKEN) {
            assertThat(proving(kind, threshold, StopWhen.CERTAIN).isDecided(evidence))
                    .as("it may be insufficient in the end, or broken")
                    .isFalse();
        }
    }

    @Test
    void onlyWhatCouldNotBeProvenAnyMoreIsAReason() {
        Evidence evidence = Evidences.of(59, List.of("PPPPP", "PFPPP"), List.of(MISSING));

        assertThat(proving(GateKind.TEST, "95", StopWhen.NOT_HELD)
                        .judge(evidence)
                        .reasons())
                .extracting(Reason::text)
                .singleElement()
                .asString()
                .contains(
                        "passed 4 of 5 rounds, which proves at least 34.2 % at 95 % confidence, not 95 %: 93 rounds with no"
                                + " further failure would prove it (-Dsurefoot.rounds=93).");
        assertThat(proving(GateKind.RUN, "95", StopWhen.NOT_HELD)
                        .judge(evidence)
                        .reasons())
                .extracting(Reason::text)
                .singleElement()
                .asString()
                .startsWith("4 of 5 rounds passed without any failure (80 %), which proves at least 34.2 %");
    }

    /** While they run, workers have not said yet that they ended well, and rounds do not look complete. */
    @Test
    void whatIsUnderWayDecidesNothing() {
        Evidence dying = Evidences.of(
                14, List.of("PPPPP"), List.of(new Finding(Finding.Kind.WORKER_DIED, "It has no end yet.")));
        Evidence open = Evidences.incomplete(Evidences.of(14, List.of("PPPPP"), List.of()));

        assertThat(proving(GateKind.TEST, "80", StopWhen.NOT_HELD).isDecidedByTests(dying))
                .isFalse();
        assertThat(proving(GateKind.RUN, "80", StopWhen.NOT_HELD).isDecidedByTests(open))
                .isFalse();
        assertThat(proving(GateKind.RUN, "80", StopWhen.NOT_HELD).isDecided(open))
                .isTrue();
    }

    private static Gate proving(GateKind gate, String threshold, StopWhen stop) {
        return new Gate(
                new GateSettings(gate, new BigDecimal(threshold), Optional.of(BigDecimal.valueOf(95)), stop),
                Categories.defaults());
    }

    @ParameterizedTest
    @EnumSource(Finding.Kind.class)
    void isDecidedByWhatProvesAFault(Finding.Kind kind) {
        Evidence evidence = Evidences.of(5, List.of("P"), List.of(new Finding(kind, "So.")));

        assertThat(gate(GateKind.TEST, "95", true).isDecided(evidence)).isEqualTo(kind.breaks());
    }

    @Test
    void isDecidedByWhatNoThresholdForgives() {
        Evidence soFar = Evidences.of(5, List.of("P"), List.of());
        List<ForbiddenMessage> message = List.of(new ForbiddenMessage("locked", 1, new TestId("", ""), "r1w1"));
        List<WorkerProblem> problem = List.of(new WorkerProblem("r1w1", "late"));

        assertThat(decided(soFar)).isFalse();
        assertThat(decided(Evidences.with(soFar, List.of(leak(false)), List.of(), List.of())))
                .isFalse();
        assertThat(decided(Evidences.with(soFar, List.of(leak(false), leak(true)), List.of(), List.of())))
                .isTrue();
        assertThat(decided(Evidences.with(soFar, List.of(), message, List.of())))
                .isTrue();
        assertThat(decided(Evidences.with(soFar, List.of(), List.of(), problem)))
                .isTrue();
    }

    @Test
    void afterTheLastRoundNothingWasSaved() {
        Verdict verdict = gate(GateKind.TEST, "95", true).judge(Evidences.of("PF"));

        assertThat(verdict.isHeld()).isFalse();
        assertThat(verdict.earlyStop()).isEmpty();
    }

    @Test
    void whatStandsForAClassIsNoExecutionThatIsSaved() {
        Evidence evidence = Evidences.withContainer(Evidences.of(5, List.of("PP", "PF"), List.of()), "pF");

        assertThat(gate(GateKind.TEST, "95", true).judge(evidence).earlyStop()).contains(new Verdict.EarlyStop(2, 6));
    }

    private static Leak leak(boolean fatal) {
        return new Leak("a socket", "", "", fatal, "r1w1", 1);
    }

    private static boolean decided(Evidence evidence) {
        return gate(GateKind.TEST, "95", true).isDecided(evidence);
    }

    private static Gate gate(GateKind gate, String threshold, boolean stop) {
        return new Gate(
                new GateSettings(gate, new BigDecimal(threshold), Optional.empty(), stop), Categories.defaults());
    }
}
