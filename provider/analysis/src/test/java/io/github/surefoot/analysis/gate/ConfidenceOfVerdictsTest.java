package io.github.surefoot.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.evidence.Evidence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What {@code surefoot.confidence} claims of a whole suite, in 100,000 simulated ones judged by the real gate: if one
 * test is less reliable than the threshold, however reliable and however many the others are, the verdict is held in no
 * more of them than the confidence allows; and the bound told of the least reliable test is above the truth no more
 * often. Rounds left out by {@code surefoot.stopWhenDecided} change neither.
 */
class ConfidenceOfVerdictsTest {
    private static final int SUITES = 100_000;
    /** 5 % of the suites, and four standard deviations of such a proportion. */
    private static final int ALLOWED = (int) (SUITES * 0.053);

    @ParameterizedTest
    @CsvSource({
        // threshold, rounds, the true rate of the unreliable test in percent, other tests, their true rate
        "54.9, 5, 54.8, 0, 100", // as near to the limit as five rounds come: 4.9 % pass by luck
        "54.9, 5, 54.8, 2, 99",
        "34.2, 5, 34.1, 0, 100", // one failure is let pass: 4 of 5 prove 34.2 %
    })
    void isKept(BigDecimal threshold, int rounds, double worst, int others, double otherRate) {
        GateSettings rule = new GateSettings(GateKind.TEST, threshold, Optional.of(BigDecimal.valueOf(95)), true);
        Gate gate = new Gate(rule, Categories.defaults());
        SplittableRandom random = new SplittableRandom(20_260_101);
        BigDecimal truth = BigDecimal.valueOf(worst);
        int held = 0;
        int overstated = 0;
        int overstatedEarly = 0;
        int stopped = 0;
        Map<List<String>, Judged> known = new HashMap<>();
        for (int i = 0; i < SUITES; i++) {
            List<String> suite = new ArrayList<>();
            suite.add(outcomes(random, rounds, worst));
            for (int other = 0; other < others; other++) {
                suite.add(outcomes(random, rounds, otherRate));
            }
            Judged judged = known.computeIfAbsent(List.copyOf(suite), same -> judge(gate, same, rounds, truth));
            held += judged.held() ? 1 : 0;
            overstated += judged.overstated() ? 1 : 0;
            stopped += judged.stopped() ? 1 : 0;
            overstatedEarly += judged.overstatedEarly() ? 1 : 0;
        }

        assertThat(held).as("held by luck").isLessThanOrEqualTo(ALLOWED);
        assertThat(overstated).as("bounds above the truth").isLessThanOrEqualTo(ALLOWED);
        assertThat(stopped).as("suites that stop early").isPositive();
        assertThat(overstatedEarly)
                .as("bounds above the truth after an early stop")
                .isLessThanOrEqualTo(ALLOWED);
    }

    /** What the gate says of a suite: the same each time, so that equal suites are judged once. */
    private record Judged(boolean held, boolean overstated, boolean stopped, boolean overstatedEarly) {}

    private static Judged judge(Gate gate, List<String> suite, int rounds, BigDecimal truth) {
        Verdict full = gate.judge(Evidences.of(rounds, suite, List.of()));
        Verdict early = early(gate, suite, rounds).orElse(full);
        assertThat(early.state()).isEqualTo(full.state());
        return new Judged(
                full.isHeld(), overstates(full, truth), early.earlyStop().isPresent(), overstates(early, truth));
    }

    private static String outcomes(SplittableRandom random, int rounds, double rate) {
        StringBuilder outcomes = new StringBuilder();
        for (int round = 0; round < rounds; round++) {
            outcomes.append(random.nextDouble() * 100 < rate ? 'P' : 'F');
        }
        return outcomes.toString();
    }

    private static boolean overstates(Verdict verdict, BigDecimal truth) {
        return verdict.rates().lowerBound(GateKind.TEST).orElseThrow().compareTo(truth) > 0;
    }

    /** Returns the verdict at the first round after which the rest would be left out, if there is one. */
    private static Optional<Verdict> early(Gate gate, List<String> suite, int rounds) {
        for (int round = 1; round < rounds; round++) {
            int done = round;
            List<String> outcomes =
                    suite.stream().map(test -> test.substring(0, done)).toList();
            Evidence soFar = Evidences.of(rounds, outcomes, List.of());
            if (gate.isDecided(soFar)) {
                return Optional.of(gate.judge(soFar));
            }
        }
        return Optional.empty();
    }
}
