package io.github.surefoot.analysis.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.cause.Cause.Kind;
import io.github.surefoot.analysis.cause.SimulatedRun.Fault;
import io.github.surefoot.analysis.evidence.Evidence;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts of many rounds support, and what they do not. */
class ComparisonTest {
    private static final int POLLUTER = 17;
    private static final int VICTIM = 60;

    private static Fault after(int polluter) {
        return moment -> moment.before().contains(SimulatedRun.name(polluter));
    }

    private static FailureGroup groupOf(Evidence evidence, int number) {
        return new Causes(evidence)
                .groups().stream()
                        .filter(group -> group.tests().stream()
                                .anyMatch(test -> test.id().className().equals(SimulatedRun.name(number))))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void thePolluterIsNamedWithItsCounts() {
        Evidence evidence = new SimulatedRun(1, 100, 20, 2)
                .shuffled()
                .fault(VICTIM, after(POLLUTER))
                .evidence();
        FailureGroup group = groupOf(evidence, VICTIM);
        Cause cause = group.cause().orElseThrow();
        assertThat(cause.kind()).isEqualTo(Kind.VICTIM);
        assertThat(cause.culprits()).containsExactly(SimulatedRun.name(POLLUTER));
        assertThat(cause.confirmed()).isFalse();
        Contrast contrast = group.contrasts().get(0);
        assertThat(contrast.isPerfect()).isTrue();
        assertThat(cause.sentence())
                .isEqualTo("C017Test had run before it in the same worker in " + contrast.failed() + " of "
                        + contrast.failed() + " rounds in which it failed, and in 0 of " + contrast.passed()
                        + " in which it passed: probably its polluter, not confirmed.");
        assertThat(cause.shownBy()).hasSize(contrast.failed());
    }

    @Test
    void theStateSetterThatItMissesIsNamed() {
        Evidence evidence = new SimulatedRun(2, 60, 20, 2)
                .shuffled()
                .fault(30, moment -> !moment.before().contains(SimulatedRun.name(5)))
                .evidence();
        Cause cause = groupOf(evidence, 30).cause().orElseThrow();
        assertThat(cause.kind()).isEqualTo(Kind.BRITTLE);
        assertThat(cause.culprits()).containsExactly(SimulatedRun.name(5));
        assertThat(cause.sentence()).contains("had not run before it", "needs what that sets up");
    }

    @Test
    void theSlotIsNamedAndNoClassBeside() {
        Evidence evidence = new SimulatedRun(3, 60, 20, 2)
                .shuffled()
                .fault(30, moment -> moment.slot() == 2)
                .evidence();
        Cause cause = groupOf(evidence, 30).cause().orElseThrow();
        assertThat(cause.kind()).isEqualTo(Kind.ENVIRONMENT);
        assertThat(cause.culprits()).isEmpty();
        assertThat(cause.sentence()).startsWith("It ran in worker slot 2 in ");
    }

    /** Whatever fails in five rounds: one in ten ways to choose two of five comes by chance too often. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void fewRoundsSupportNothing(int rounds) {
        Evidence evidence = new SimulatedRun(4, 20, rounds, 2)
                .shuffled()
                .fault(15, after(3))
                .evidence();
        assertThat(new Causes(evidence).groups())
                .allSatisfy(group -> assertThat(group.contrasts()).isEmpty());
    }

    @Test
    void classesThatAlwaysRunInOneOrderTellNothing() {
        Evidence evidence = new SimulatedRun(5, 50, 40, 1)
                .fault(30, moment -> moment.random().nextInt(3) == 0)
                .evidence();
        FailureGroup group = groupOf(evidence, 30);
        assertThat(group.cause()).isEmpty();
        assertThat(group.contrasts()).isEmpty();
    }

    @Test
    void nothingIsSaidOfATestThatAlwaysFails() {
        Evidence evidence = new SimulatedRun(6, 50, 40, 2)
                .shuffled()
                .fault(30, moment -> true)
                .evidence();
        assertThat(groupOf(evidence, 30).cause()).isEmpty();
    }

    /** A way in which a suite is run, and its tests fail. */
    private record Way(int slots, boolean warm, boolean shuffled, int slowerWhenFailing, boolean goesOnFailing) {
        Evidence innocents(Random random) {
            int classes = 3 + random.nextInt(40);
            SimulatedRun run = new SimulatedRun(random.nextLong(), classes, 3 + random.nextInt(30), slots)
                    .slowerWhenFailing(slowerWhenFailing);
            if (warm) {
                run.warm();
            }
            if (shuffled) {
                run.shuffled();
            }
            for (int flaky = random.nextInt(5); flaky >= 0; flaky--) {
                double rate = 0.05 + 0.6 * random.nextDouble();
                run.fault(
                        random.nextInt(classes),
                        moment -> (goesOnFailing && moment.failedBeforeInThisJvm() > 0)
                                || moment.random().nextDouble() < rate);
            }
            return run.evidence();
        }
    }

    /**
     * Never accuse on chance: of many runs of suites whose tests fail for themselves, in thousands of schedules of all
     * sorts, no more than the level have anything named.
     */
    @Test
    void theInnocentAreSeldomAccused() {
        List<Way> ways = List.of(
                new Way(1, false, true, 1, false),
                new Way(2, false, true, 1, false),
                new Way(2, false, true, 20, false),
                new Way(4, false, false, 1, false),
                new Way(4, false, true, 20, false),
                new Way(2, true, true, 1, false),
                new Way(2, true, true, 1, true),
                new Way(3, true, false, 20, true));
        int runsOfEach = Integer.getInteger("surefoot.cause.runs", 100);
        Random random = new Random(1);
        int accused = 0;
        for (Way way : ways) {
            for (int run = 0; run < runsOfEach; run++) {
                accused += new Causes(way.innocents(random)).groups().stream().anyMatch(group -> !group.contrasts()
                                .isEmpty())
                        ? 1
                        : 0;
            }
        }
        assertThat(accused).isLessThanOrEqualTo((int) (ways.size() * runsOfEach * Comparison.LEVEL));
    }

    /** And the guilty are found: in most of these runs, and no innocent in their place. */
    @Test
    void thePolluterIsFoundInRunAfterRun() {
        int found = 0;
        for (long seed = 100; seed < 140; seed++) {
            Evidence evidence = new SimulatedRun(seed, 80, 24, 2)
                    .shuffled()
                    .fault(40, after(POLLUTER))
                    .fault(70, moment -> moment.random().nextInt(4) == 0)
                    .evidence();
            List<String> culprits =
                    groupOf(evidence, 40).cause().map(Cause::culprits).orElse(List.of());
            found += culprits.isEmpty() ? 0 : 1;
            assertThat(culprits.isEmpty() || culprits.contains(SimulatedRun.name(POLLUTER)))
                    .as("%s", culprits)
                    .isTrue();
        }
        assertThat(found).isGreaterThan(30);
    }
}
