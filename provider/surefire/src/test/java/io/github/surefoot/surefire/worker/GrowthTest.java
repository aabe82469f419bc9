package io.github.surefoot.surefire.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private static final long MEGABYTE = 1L << 20;

    private long classes;
    private long old;
    private long left;
    private int alive;
    private int looks;
    private int collections;
    private Optional<String> heap = Optional.empty();

    private final Growth growth = new Growth(
            () -> classes * MEGABYTE,
            () -> (classes + old) * MEGABYTE,
            () -> {
                collections++;
                collect();
            },
            () -> {
                looks++;
                collect();
                return alive;
            },
            () -> Optional.of("Library.CACHE"),
            () -> heap);

    private void collect() {
        classes = Math.min(classes, left);
        old = Math.min(old, 20);
    }

    /** What the classes take after a round, and after a collection. */
    private Optional<String> after(long megabytes, long afterwards) {
        classes = megabytes;
        left = afterwards;
        return growth.afterRound();
    }

    @Test
    void withinAQuarterNobodyCollects() {
        after(60, 60);
        assertThat(after(79, 60)).as("a quarter above 60, and 4").isEmpty();
        assertThat(collections).isZero();
        assertThat(looks).isZero();
    }

    @Test
    void whatGoesWithACollectionIsNoGrowth() {
        after(60, 60);
        assertThat(after(80, 64)).isEmpty();
        assertThat(after(84, 64)).as("a quarter above 64, and 4").isEmpty();
        assertThat(collections).isEqualTo(1);
        assertThat(after(85, 64)).isEmpty();
        assertThat(collections).isEqualTo(2);
        assertThat(looks).isZero();
    }

    @Test
    void whatTestsLeaveInTheHeapIsCollectedToo() {
        old = 20;
        after(60, 60);
        old = 44;
        after(60, 60);
        assertThat(collections).isZero();
        old = 45;
        assertThat(after(60, 60)).isEmpty();
        assertThat(collections).isEqualTo(1);
        assertThat(looks).as("no class is in question").isZero();
    }

    @Test
    void whatStaysIsCollectedAgainWhenItHasGrownByAQuarterMore() {
        after(60, 60);
        assertThat(after(85, 84)).isEmpty();
        assertThat(after(96, 95)).isEmpty();
        assertThat(collections).isEqualTo(1);
    }

    @Test
    void aJvmThatGrowsEndsAndSaysWhoHoldsWhat() {
        after(60, 60);
        alive = 9;
        assertThat(after(97, 97)).contains("the classes of 9 rounds that are over, held by Library.CACHE");
    }

    @Test
    void librariesMayGrow() {
        after(60, 60);
        alive = 3;
        assertThat(after(97, 97)).as("few are held").isEmpty();
        alive = 9;
        assertThat(after(145, 145)).as("a third above the last, and 16").isEmpty();
        assertThat(after(146, 146)).isPresent();
        assertThat(looks).isEqualTo(2);
    }

    @Test
    void aHeapThatIsAlmostFullEndsAJvmToo() {
        after(60, 60);
        heap = Optional.of("90 of the 100 MB that the heap may have");
        assertThat(after(60, 60)).isEqualTo(heap);
    }
}
