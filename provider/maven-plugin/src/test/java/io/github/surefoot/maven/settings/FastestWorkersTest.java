package io.github.surefoot.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.history.WorkerTimes;
import io.github.surefoot.analysis.history.WorkerTimes.TimedRun;
import io.github.surefoot.maven.settings.FastestWorkers.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FastestWorkersTest {
    private static final int ROUNDS = 5;

    private static Choice choose(int cores, long roundMillis, TimedRun... runs) {
        return FastestWorkers.of(new WorkerTimes(List.of(runs), roundMillis, List.of()), ROUNDS, cores);
    }

    private static TimedRun run(int workers, double seconds) {
        return new TimedRun(workers, Math.round(seconds * 1_000));
    }

    @Test
    void nothingIsKnown() {
        assertThat(choose(4, 0))
                .isEqualTo(new Choice(4, "one for each core, since no earlier run like this one is known"));
    }

    @Test
    void whatMayBeFasterIsTried() {
        assertThat(choose(2, 9_000, run(2, 44)))
                .isEqualTo(new Choice(1, "to see whether that is faster than 44.0 s with 2"));
    }

    /** Classes that take 20 s a round one after the other cannot be done with in 26 s by one worker, even twice as fast. */
    @Test
    void whatCannotBeFasterIsNotTried() {
        assertThat(choose(4, 20_000, run(4, 26)).workers()).isEqualTo(2);
        assertThat(choose(4, 20_000, run(2, 30), run(4, 26), run(4, 26)).workers())
                .isEqualTo(2);
        assertThat(choose(4, 20_000, run(2, 40), run(4, 26), run(4, 26)))
                .isEqualTo(new Choice(4, "the fastest: 40.0 s with 2, 26.0 s with 4 (median of 2)"));
    }

    @Test
    void theFastestIsTakenOnceItIsClear() {
        assertThat(choose(2, 9_000, run(1, 36), run(2, 44)))
                .isEqualTo(
                        new Choice(1, "once more, since one measurement may be chance: 36.0 s with 1, 44.0 s with 2"));
        assertThat(choose(2, 9_000, run(1, 37), run(1, 36), run(2, 44)).workers())
                .isEqualTo(2);
        assertThat(choose(2, 9_000, run(2, 45), run(1, 37), run(1, 36), run(2, 44)))
                .isEqualTo(new Choice(1, "the fastest: 36.0 s with 1 (median of 2), 44.0 s with 2 (median of 2)"));
    }

    /** As with tests that wait: the user has tried eight on two cores. */
    @Test
    void aNumberThatTheUserHasFixedOnceIsKnownToo() {
        assertThat(choose(2, 9_000, run(8, 12), run(8, 12), run(2, 44), run(1, 80))
                        .workers())
                .isEqualTo(8);
    }

    @Test
    void oneCoreHasOneWorker() {
        assertThat(choose(1, 9_000).workers()).isEqualTo(1);
        assertThat(choose(1, 9_000, run(1, 20), run(1, 20)).workers()).isEqualTo(1);
    }

    /** Each run takes its true time and up to a quarter more, as on a machine that others use. */
    @ParameterizedTest
    @CsvSource({"2, 36, 44, 0", "2, 60, 40, 0", "8, 90, 30, 45", "8, 20, 40, 30", "8, 60, 40, 30"})
    void theNumberThatIsFastestHasMostOfTheRuns(int cores, double one, double all, double half) {
        Map<Integer, Double> truth =
                half == 0 ? Map.of(1, one, cores, all) : Map.of(1, one, cores, all, cores / 2, half);
        int fastest = truth.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            List<TimedRun> runs = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                WorkerTimes known = new WorkerTimes(runs.subList(0, Math.min(20, runs.size())), 2_000, List.of());
                int workers = FastestWorkers.of(known, ROUNDS, cores).workers();
                runs.add(0, run(workers, truth.getOrDefault(workers, 0.0) * (1 + random.nextDouble() / 4)));
            }
            long right = runs.stream().filter(run -> run.workers() == fastest).count();
            assertThat(right).as("seed %d: %s", seed, runs).isGreaterThan(25);
        }
    }

    @Test
    void isAskedForByAWord() {
        assertThat(RunSettings.parse(
                                name -> Optional.ofNullable(name.equals("surefoot.workers") ? " auto " : null),
                                new Random(1))
                        .workersFor(Optional.of(new WorkerCount("3")))
                        .isFastest())
                .isTrue();
        assertThat(IntStream.of(1, 2, 64).map(WorkerCount.FASTEST::on)).containsExactly(1, 2, 64);
    }
}
