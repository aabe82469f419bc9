package io.github.surefoot.maven.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampledClassesTest {
    private static List<String> classes(int count) {
        return IntStream.range(0, count).mapToObj(i -> "T" + i).toList();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "20, 1", "21, 2", "118, 6"})
    void oneInTwentyIsDrawn(int count, int drawn) {
        assertThat(SampledClasses.of(classes(count), "run-1")).hasSize(drawn).isSubsetOf(classes(count));
    }

    @Test
    void noneIsOutOfReachAndOneRunAlwaysDrawsTheSame() {
        Set<String> ever = new HashSet<>();
        for (int run = 0; run < 200; run++) {
            Set<String> drawn = SampledClasses.of(classes(10), "run-" + run);
            assertThat(SampledClasses.of(classes(10), "run-" + run)).isEqualTo(drawn);
            ever.addAll(drawn);
        }
        assertThat(ever).hasSize(10);
    }
}
