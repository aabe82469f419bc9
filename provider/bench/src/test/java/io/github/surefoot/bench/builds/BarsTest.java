package io.github.surefoot.bench.builds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarsTest {
    @Test
    void renewedRoundsCostAThirdOfFiveBuildsAndAProofTwoAndAHalfTimesAsMuch() {
        assertThat(Bars.ofWays("archetype", 5))
                .contains(
                        Bar.ratio(Measure.CPU, "renewed", "loop", 0.35),
                        Bar.ratio(Measure.TIME, "renewed", "loop", 0.4),
                        Bar.ratio(Measure.CPU, "proof", "loop", 2.5),
                        Bar.ratio(Measure.TIME, "proof", "loop", 2.5),
                        Bar.ratio(Measure.CPU, "warm", "loop", 0.3),
                        Bar.ratio(Measure.TIME, "warm", "loop", 0.3),
                        Bar.ratio(Measure.TIME, "fresh", "loop", 0.6));
    }

    @Test
    void renewedRoundsOfASuiteThatIsWorkForTheCompilerMayCostMore() {
        assertThat(Bars.ofWays("commons-csv", 5).stream()
                        .filter(bar -> bar.contender().equals("renewed")))
                .containsExactlyInAnyOrder(
                        Bar.ratio(Measure.CPU, "renewed", "loop", 0.6),
                        Bar.ratio(Measure.TIME, "renewed", "loop", 0.65));
    }

    @Test
    void oneRoundIsHeldAgainstOneBuildHoweverManyRoundsThereAre() {
        List<Bar> bars = Bars.ofWays("archetype", 7);

        assertThat(bars)
                .containsExactlyInAnyOrder(
                        Bar.ratio(Measure.TIME, "once", "plain", 1.0),
                        Bar.ratio(Measure.CPU, "once", "plain", 1.0),
                        Bar.ratio(Measure.MEMORY, "once", "plain", 1.03));
        assertThat(Bars.ofWays("archetype", 5)).containsAll(bars);
    }

    @Test
    void onlyASuiteOfAMinuteIsHeldAgainstThePhysicalLimit() {
        assertThat(Bars.ofWays("minute", 7)).contains(Bar.share("fresh", 0.8), Bar.share("warm", 0.9));
        assertThat(Bars.ofWays("archetype", 5)).noneMatch(bar -> bar.measure() == Measure.LIMIT);
    }
}
