package io.github.surefoot.analysis.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.surefoot.analysis.diagnosis.Noise;
import io.github.surefoot.analysis.diagnosis.ProbeVariant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseDesignTest {
    private static List<ProbeVariant> kinds(int count) {
        return List.of(ProbeVariant.values()).subList(1, count + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5, 7, 9, 10, 20})
    void each_is_in_three_runs_of_six_and_no_two_are_in_the_same_three(int count) {
        List<Noise> runs = new NoiseDesign(kinds(count)).runs();

        assertThat(runs).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(6);
        List<Set<Noise>> places = kinds(count).stream()
                .map(kind -> runs.stream()
                        .filter(run -> run.variants().contains(kind))
                        .collect(Collectors.toSet()))
                .toList();
        assertThat(places).doesNotHaveDuplicates().allSatisfy(place -> assertThat(place)
                .hasSize(3));
    }

    @Test
    void what_begins_late_is_in_the_same_runs() {
        List<Noise> runs = new NoiseDesign(List.of(
                        ProbeVariant.ZONE_WEST,
                        ProbeVariant.LOCALE_TURKISH,
                        ProbeVariant.MORE_CORES,
                        ProbeVariant.HASH_CODES,
                        ProbeVariant.UNSHARED,
                        ProbeVariant.CLOCK_MONTH_END))
                .runs();

        assertThat(runs.stream()
                        .filter(run -> run.variants().contains(ProbeVariant.UNSHARED)
                                || run.variants().contains(ProbeVariant.CLOCK_MONTH_END)))
                .hasSize(4);
    }

    @Test
    void few_are_taken_one_after_the_other_and_more_than_there_are_codes_are_not_taken() {
        assertThat(NoiseDesign.isFor(kinds(3))).isFalse();
        assertThat(NoiseDesign.isFor(kinds(4))).isTrue();
        assertThat(NoiseDesign.isFor(kinds(20))).isTrue();
        assertThat(NoiseDesign.isFor(kinds(21))).isFalse();
        List<ProbeVariant> few = kinds(3);
        assertThatThrownBy(() -> new NoiseDesign(few)).hasMessage("3 kinds are not from 4 to 20");
    }
}
