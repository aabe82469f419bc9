package io.github.surefoot.bench.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultsTest {
    private static final Suite SUITE = new GeneratedSuite("generated", 1, 1, 1);

    @Test
    void aBarIsHeldAgainstTheMedianOfTheRatiosOfEachTurn() {
        Results results = results(Map.of("a.T#one", "passed"));
        Bar bar = Bar.ratio(Measure.TIME, "fresh", "loop", 0.6);

        assertThat(bar.concerns(results)).isTrue();
        assertThat(bar.reached(results)).isEqualTo(new Spread(0.5, 0.5, 0.75));
        assertThat(bar.isMet(bar.reached(results))).isTrue();
        assertThat(Bar.ratio(Measure.TIME, "fresh", "loop", 0.49).isMet(bar.reached(results)))
                .isFalse();
    }

    @Test
    void aBarOnCpuTimeIsHeldAgainstCpuTime() {
        Results results = results(Map.of("a.T#one", "passed"));
        Bar bar = Bar.ratio(Measure.CPU, "fresh", "loop", 0.3);

        assertThat(bar.reached(results)).isEqualTo(new Spread(0.3, 0.3, 0.3));
        assertThat(bar.isMet(bar.reached(results))).isTrue();
        assertThat(Bar.ratio(Measure.CPU, "fresh", "loop", 0.29).isMet(bar.reached(results)))
                .isFalse();
    }

    @Test
    void whatTheSystemDoesNotTellIsNeitherMetNorMissed() {
        Results results = results(Map.of("a.T#one", "passed"), Optional.empty());

        List<String> lines = new Report(results, "loop", List.of(Bar.ratio(Measure.CPU, "fresh", "loop", 0.3))).lines();

        assertThat(lines)
                .anyMatch(line -> line.matches("\\| fresh +\\| 5 .* \\| not known +\\| not known +\\| 0\\.10 .*"))
                .anyMatch(line -> line.matches(
                        "\\| fresh / loop, CPU time +\\| at most 0\\.3 +\\| not known +\\| not known +\\|"));
    }

    @Test
    void aShareOfTheLimitIsABarFromBelow() {
        Results results = results(Map.of("a.T#one", "passed"));
        Bar bar = Bar.share("fresh", 0.8);

        assertThat(bar.reached(results).median()).isEqualTo(0.1);
        assertThat(bar.isMet(bar.reached(results))).isFalse();
        assertThat(Bar.share("fresh", 0.1).isMet(bar.reached(results))).isTrue();
    }

    @Test
    void aBarOnWhatWasNotMeasuredIsLeftOut() {
        assertThat(Bar.ratio(Measure.TIME, "warm", "loop", 0.3).concerns(results(Map.of())))
                .isFalse();
    }

    @Test
    void theReportSaysWhatWasReachedAndThatOutcomesAreTheSame() {
        Results results = results(Map.of("a.T#one", "passed"));

        List<String> lines =
                new Report(results, "loop", List.of(Bar.ratio(Measure.TIME, "fresh", "loop", 0.6))).lines();

        assertThat(lines)
                .anyMatch(line ->
                        line.matches("\\| fresh +\\| 5 +\\| 10\\.0 \\(5\\.0–15\\.0\\) +\\| 0\\.50 \\(0\\.50–0\\.75\\) +"
                                + "\\| 6\\.0 \\(6\\.0–6\\.0\\) +\\| 0\\.30 \\(0\\.30–0\\.30\\) +\\| 0\\.10 .*"))
                .anyMatch(line ->
                        line.matches("\\| fresh / loop, time +\\| at most 0\\.6 +\\| 0\\.500 \\(.*\\) +\\| met +\\|"))
                .anyMatch(line -> line.contains("the same in all ways"));
        assertThat(results.differences()).isEmpty();
    }

    @Test
    void theReportNamesTestsThatEndedDifferently() {
        Results results = results(Map.of("a.T#one", "failure"));

        assertThat(results.differences()).containsExactly("a.T#one: passed by loop, failure by fresh");
        assertThat(new Report(results, "loop", List.of()).lines())
                .anyMatch(line -> line.contains("DIFFER"))
                .anyMatch(line -> line.contains("a.T#one: passed by loop, failure by fresh"));
    }

    private static Results results(Map<String, String> byFresh) {
        return results(byFresh, Optional.of(Duration.ofSeconds(6)));
    }

    /**
     * Three turns of the loop, 10, 20 and 20 s, and of fresh workers, 5, 10 and 15 s, two tests at once. Each turn of the
     * loop took 20 s of CPU time.
     */
    private static Results results(Map<String, String> byFresh, Optional<Duration> cpuTimeOfFresh) {
        Map<Contender, List<Sample>> samples = new LinkedHashMap<>();
        samples.put(
                contender(Way.LOOP),
                samples(Map.of("a.T#one", "passed"), Optional.of(Duration.ofSeconds(20)), 10, 20, 20));
        samples.put(contender(Way.FRESH), samples(byFresh, cpuTimeOfFresh, 5, 10, 15));
        return new Results(samples, 2);
    }

    private static Contender contender(Way way) {
        return new Contender(way.label(), SUITE, Path.of("project"), way, 5);
    }

    /** A fifth of the time is spent in tests. */
    private static List<Sample> samples(Map<String, String> outcomes, Optional<Duration> cpuTime, int... seconds) {
        return IntStream.of(seconds)
                .mapToObj(time -> new Sample(
                        Duration.ofSeconds(time),
                        cpuTime,
                        Duration.ofMillis(time * 200L),
                        OptionalLong.empty(),
                        Outcomes.of(outcomes)))
                .toList();
    }
}
