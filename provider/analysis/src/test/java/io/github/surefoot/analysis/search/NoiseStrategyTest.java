package io.github.surefoot.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.diagnosis.ProbeUnit;
import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoiseStrategyTest {
    private static final Trial SUITE = Trial.plain(Way.USUAL, "in the usual order", List.of(ProbeUnit.ofClass("A")));
    private static final Set<ProbeVariant> ALL = EnumSet.complementOf(EnumSet.of(ProbeVariant.USUAL));

    @Test
    void looks_at_each_kind_once() {
        assertThat(mixes(new NoiseStrategy(SUITE, List.copyOf(ALL))).stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(ALL);
    }

    @Test
    void begins_with_the_first_of_all_sorts_that_go_together() {
        assertThat(mixes(new NoiseStrategy(SUITE, List.copyOf(ALL))).get(0))
                .contains(ProbeVariant.ZONE_EAST, ProbeVariant.LOCALE_ENGLISH, ProbeVariant.SHUFFLED)
                .contains(ProbeVariant.CLOCK_MIDNIGHT, ProbeVariant.THREADS, ProbeVariant.HASH_CODES)
                .doesNotContain(ProbeVariant.ZONE_WEST, ProbeVariant.LOAD);
    }

    /** A test that minds the order of two methods saw the usual one where reflection and a shuffle both turned it round. */
    @Test
    void puts_nothing_together_with_what_may_undo_it() {
        for (List<ProbeVariant> mix : mixes(new NoiseStrategy(SUITE, List.copyOf(ALL)))) {
            if (mix.contains(ProbeVariant.UNSHARED)) {
                assertThat(mix)
                        .doesNotContain(
                                ProbeVariant.SHUFFLED, ProbeVariant.SHUFFLED_SECOND, ProbeVariant.SHUFFLED_THIRD);
            }
            assertThat(mix.stream().map(ProbeVariant::subject)).doesNotHaveDuplicates();
        }
    }

    @Test
    void takes_then_the_second_of_each_and_load_last() {
        List<List<ProbeVariant>> mixes = mixes(new NoiseStrategy(SUITE, List.copyOf(ALL)));

        assertThat(mixes.get(1)).contains(ProbeVariant.SETS_BACKWARD, ProbeVariant.UNSHARED, ProbeVariant.ZONE_WEST);
        assertThat(mixes.get(mixes.size() - 1)).containsExactly(ProbeVariant.LOAD);
    }

    @Test
    void looks_under_load_again_and_again_and_ends_without() {
        Strategy load = new NoiseStrategy(SUITE, List.of(ProbeVariant.LOAD));
        Strategy zone = new NoiseStrategy(SUITE, List.of(ProbeVariant.ZONE_EAST));

        assertThat(Arrays.asList(load.next(), load.next(), load.next()))
                .allSatisfy(trial -> assertThat(trial).isPresent());
        assertThat(load.looked()).isEqualTo("1 of 1 kinds, and 2 runs more under load");
        assertThat(zone.next()).isPresent();
        assertThat(zone.next()).isEmpty();
    }

    /** Returns them until it begins anew with what varies by itself. */
    private static List<List<ProbeVariant>> mixes(Strategy strategy) {
        List<List<ProbeVariant>> mixes = new ArrayList<>();
        Optional<Trial> next = strategy.next();
        while (next.isPresent() && !mixes.contains(next.get().noise().variants())) {
            mixes.add(next.get().noise().variants());
            next = strategy.next();
        }
        return mixes;
    }
}
