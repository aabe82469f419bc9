package io.github.surefoot.surefire.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private static final long MEGABYTE = 1L << 20;

    private final Deque<Long> memory = new ArrayDeque<>();
    private int alive;
    private int looks;

    private final Growth growth = new Growth(
            () -> memory.remove() * MEGABYTE,
            () -> {
                looks++;
                return alive;
            },
            () -> Optional.of("Library.CACHE"));

    private Optional<String> after(Long... megabytes) {
        memory.addAll(List.of(megabytes));
        return growth.afterRound();
    }

    @Test
    void withinAThirdNobodyLooks() {
        assertThat(after(60L)).isEmpty();
        assertThat(after(96L)).isEmpty();
        assertThat(looks).isZero();
    }

    @Test
    void whatGoesWithACollectionIsNoGrowth() {
        after(60L);
        alive = 1;
        assertThat(after(97L, 61L)).isEmpty();
        assertThat(after(95L)).isEmpty();
        assertThat(looks).isEqualTo(1);
        assertThat(after(97L, 60L)).isEmpty();
    }

    @Test
    void aJvmThatGrowsEndsAndSaysWhoHoldsWhat() {
        after(60L);
        alive = 9;
        assertThat(after(97L, 97L)).contains("the classes of 9 rounds that are over, held by Library.CACHE");
    }

    @Test
    void librariesMayGrow() {
        after(60L);
        alive = 3;
        assertThat(after(97L, 97L)).as("few are held").isEmpty();
        alive = 9;
        assertThat(after(145L)).as("a third above the last").isEmpty();
        assertThat(after(146L, 146L)).isPresent();
    }
}
