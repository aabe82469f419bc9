package io.github.surefoot.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which classes a search has run beside which others. */
class BesideStrategyTest {
    private static final List<ProbeUnit> SLOW = units("Slow", "Slower");
    private static final Trial USUAL = Trial.plain(Way.USUAL, "in the usual order", units("A", "Slow", "B", "Slower"));

    private static List<ProbeUnit> units(String... names) {
        return Stream.of(names).map(ProbeUnit::ofClass).toList();
    }

    private static List<Trial> all(Strategy strategy, int most) {
        List<Trial> trials = new ArrayList<>();
        for (Optional<Trial> next = strategy.next(); next.isPresent(); next = strategy.next()) {
            trials.add(next.get());
            if (trials.size() == most) {
                break;
            }
        }
        return trials;
    }

    @Test
    void slowClassesHaveTwoChancesToMeetEachOtherBeforeTheWholeSuiteRunsBesideThem() {
        BesideStrategy strategy = new BesideStrategy(USUAL, () -> SLOW);

        List<Trial> trials = all(strategy, 100);

        assertThat(trials).hasSize(6).allMatch(trial -> trial.way() == Way.BESIDE);
        assertThat(trials)
                .extracting(Trial::beside)
                .containsExactly(
                        units("Slow"), units("Slower"), units("Slow"), units("Slower"), units("Slow"), units("Slower"));
        assertThat(trials.subList(0, 4))
                .as("all slow ones but the one beside them")
                .extracting(Trial::units)
                .containsOnly(units("Slower"), units("Slow"));
        assertThat(trials.subList(4, 6))
                .extracting(Trial::units)
                .containsExactly(units("A", "B", "Slower"), units("A", "Slow", "B"));
        assertThat(strategy.looked()).isEqualTo("2 of 2 slow classes, 2 times each, 2 of them beside the whole suite");
        assertThat(strategy.next()).isEmpty();
    }

    @Test
    void itTellsHowFarItHasCome() {
        BesideStrategy strategy = new BesideStrategy(USUAL, () -> SLOW);

        assertThat(strategy.looked()).isEqualTo("no class");
        all(strategy, 1);
        assertThat(strategy.looked()).isEqualTo("1 of 2 slow classes");
        all(strategy, 1);
        assertThat(strategy.looked()).isEqualTo("2 of 2 slow classes");
        all(strategy, 2);
        assertThat(strategy.looked()).isEqualTo("2 of 2 slow classes, 2 times each");
    }

    @Test
    void whereNoClassIsSlowThereIsNothingToLookAt() {
        BesideStrategy strategy = new BesideStrategy(USUAL, List::of);

        assertThat(all(strategy, 100)).isEmpty();
        assertThat(strategy.looked()).isEqualTo("no class");
    }
}
