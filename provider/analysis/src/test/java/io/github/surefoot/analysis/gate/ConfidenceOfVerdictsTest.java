package io.github.surefoot.analysis.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.evidence.Evidence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What {@code surefoot.confidence} claims of a whole suite, in 100,000 simulated ones judged by the real gate: if one
 * test is less reliable than the threshold, however reliable and however many the others are, the verdict is held in no
 * more of them than the confidence allows; and the bound told of the least reliable test is above the truth no more
 * often. Rounds left out by {@code surefoot.stopWhenDecided} change neither.
 */
@Tag("slow")
class ConfidenceOfVerdictsTest {
    private static final int SUITES = 100_000;
    /** So many rounds without a failure prove 95 % with a confidence of 95 %. */
    private static final int ROUNDS = 59;

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

    /**
     * What {@code surefoot.rounds=auto} runs: rounds until the suite cannot be held any more, 59 at most for 95 %. Of suites
     * at the edge of what is allowed it runs no more than a third of the executions of fixed rounds, holds no more of them,
     * and says of no test more than is true more often than the confidence allows.
     */
    @ParameterizedTest
    @CsvSource({
        // the true rate of the unreliable test in percent, other tests, their true rate
        "95, 0, 100",
        "94, 0, 100",
        "95, 3, 99.9",
        "90, 1, 95",
        "60, 0, 100"
    })
    void isKeptByRoundsThatEndEarly(double worst, int others, double otherRate) {
        Counted counted = endingEarly(Rounds.INDEPENDENT, worst, others, otherRate);

        assertThat(counted.held()).as("held by luck").isLessThanOrEqualTo(ALLOWED);
        assertThat(counted.overstated()).as("bounds above the truth").isLessThanOrEqualTo(ALLOWED);
        assertThat(counted.executions()).as("executions, of fixed rounds").isLessThanOrEqualTo(counted.fixed() / 3);
    }

    /**
     * The same where rounds of one JVM depend on each other, by what tests leave in it, or all tests of one round, by what the
     * machine does. What lets a test fail ever after shows itself the more. What lets it pass ever after hides it: the bound
     * is true of executions of that kind, which the verdict names, and of the first in each JVM it says nothing.
     */
    @ParameterizedTest
    @EnumSource(Rounds.class)
    void isKeptWhereRoundsDependOnEachOther(Rounds dependence) {
        double first = 90;
        double ofItsKind = dependence == Rounds.PASSES_EVER_AFTER ? 100 - (100 - first) / ROUNDS : first;

        Counted counted = endingEarly(dependence, first, 3, first, BigDecimal.valueOf(ofItsKind));

        assertThat(counted.overstated()).as("bounds above the truth").isLessThanOrEqualTo(ALLOWED);
        if (dependence == Rounds.PASSES_EVER_AFTER) {
            assertThat(counted.held())
                    .as("held, since nothing but the first execution fails")
                    .isGreaterThan(SUITES / 2);
        } else {
            assertThat(counted.held()).as("held by luck").isLessThanOrEqualTo(ALLOWED);
            assertThat(counted.executions()).as("executions, of fixed rounds").isLessThanOrEqualTo(counted.fixed() / 3);
        }
    }

    /** How the executions of rounds depend on each other. */
    private enum Rounds {
        /** Not at all. */
        INDEPENDENT {
            @Override
            boolean fails(boolean chance, boolean common, boolean before, int round) {
                return chance;
            }
        },
        /** A failure leaves something behind that makes the test fail in the rounds that follow. */
        FAILS_EVER_AFTER {
            @Override
            boolean fails(boolean chance, boolean common, boolean before, int round) {
                return chance || before;
            }
        },
        /** The first execution in a JVM may fail; it leaves something behind that lets the test pass from then on. */
        PASSES_EVER_AFTER {
            @Override
            boolean fails(boolean chance, boolean common, boolean before, int round) {
                return chance && round == 0;
            }
        },
        /** Whatever fails in a round fails in it together. */
        TOGETHER {
            @Override
            boolean fails(boolean chance, boolean common, boolean before, int round) {
                return common;
            }
        };

        /**
         * Tells whether a test fails in a round.
         *
         * @param chance whether it would by itself
         * @param common whether all would
         * @param before whether it failed in the round before
         */
        abstract boolean fails(boolean chance, boolean common, boolean before, int round);

        List<String> suite(SplittableRandom random, double[] rates) {
            List<StringBuilder> suite = new ArrayList<>();
            for (int test = 0; test < rates.length; test++) {
                suite.add(new StringBuilder());
            }
            for (int round = 0; round < ROUNDS; round++) {
                boolean common = random.nextDouble() * 100 >= rates[0];
                for (int test = 0; test < rates.length; test++) {
                    StringBuilder outcomes = suite.get(test);
                    boolean before = round > 0 && outcomes.charAt(round - 1) == 'F';
                    boolean chance = random.nextDouble() * 100 >= rates[test];
                    outcomes.append(fails(chance, common, before, round) ? 'F' : 'P');
                }
            }
            return suite.stream().map(StringBuilder::toString).toList();
        }
    }

    /** What came of many suites; executions beside those of as many fixed rounds. */
    private record Counted(int held, int overstated, long executions, long fixed) {}

    private static Counted endingEarly(Rounds dependence, double worst, int others, double otherRate) {
        return endingEarly(dependence, worst, others, otherRate, BigDecimal.valueOf(worst));
    }

    private static Counted endingEarly(
            Rounds dependence, double worst, int others, double otherRate, BigDecimal truth) {
        GateSettings rule = new GateSettings(
                GateKind.TEST, BigDecimal.valueOf(95), Optional.of(BigDecimal.valueOf(95)), StopWhen.NOT_HELD);
        Gate gate = new Gate(rule, Categories.defaults());
        SplittableRandom random = new SplittableRandom(20_261_129);
        double[] rates = new double[1 + others];
        Arrays.fill(rates, otherRate);
        rates[0] = worst;
        Map<List<String>, Boolean> decided = new HashMap<>();
        Map<List<String>, Verdict> verdicts = new HashMap<>();
        int held = 0;
        int overstated = 0;
        long executions = 0;
        for (int i = 0; i < SUITES; i++) {
            List<String> suite = dependence.suite(random, rates);
            int last = lastRound(gate, suite, ROUNDS, decided);
            Verdict verdict = verdicts.computeIfAbsent(
                    first(suite, last), ran -> gate.judge(Evidences.of(ROUNDS, ran, List.of())));
            executions += (long) last * suite.size();
            held += verdict.isHeld() ? 1 : 0;
            overstated += overstates(verdict, truth) ? 1 : 0;
        }

        return new Counted(held, overstated, executions, (long) SUITES * ROUNDS * (1 + others));
    }

    /** Nothing is decided by rounds in which nothing failed: only others are asked about. */
    private static int lastRound(Gate gate, List<String> suite, int rounds, Map<List<String>, Boolean> decided) {
        int firstFailure = suite.stream()
                .mapToInt(test -> test.indexOf('F'))
                .filter(at -> at >= 0)
                .min()
                .orElse(rounds);
        for (int round = firstFailure + 1; round < rounds; round++) {
            if (decided.computeIfAbsent(
                    first(suite, round), ran -> gate.isDecided(Evidences.of(rounds, ran, List.of())))) {
                return round;
            }
        }
        return rounds;
    }

    private static List<String> first(List<String> suite, int rounds) {
        return suite.stream().map(test -> test.substring(0, rounds)).toList();
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
