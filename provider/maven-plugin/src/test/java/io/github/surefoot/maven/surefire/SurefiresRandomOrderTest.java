package io.github.surefoot.maven.surefire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SurefiresRandomOrderTest {
    private static Map<String, String> of(Map<String, String> parameters) {
        return SurefiresRandomOrder.of(name -> Optional.ofNullable(parameters.get(name)), new Random(1));
    }

    @Test
    void anyOtherOrderNeedsNoSeed() {
        assertThat(of(Map.of())).isEmpty();
        assertThat(of(Map.of("runOrder", "alphabetical", "runOrderRandomSeed", "7")))
                .isEmpty();
    }

    @Test
    void aSeedIsDrawnUnlessTheUserHasSetOne() {
        assertThat(of(Map.of("runOrder", "random")))
                .containsOnly(
                        Map.entry("runOrder", "random"),
                        Map.entry("runOrderRandomSeed", Long.toString(new Random(1).nextLong())));
        assertThat(of(Map.of("runOrder", "random", "runOrderRandomSeed", "7")))
                .containsEntry("runOrderRandomSeed", "7");
    }
}
