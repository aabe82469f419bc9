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
