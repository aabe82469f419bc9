package io.github.surefoot.surefire.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HeapGrowthTest {
    private static final long MEGABYTE = 1L << 20;

    private long used;
    private long kept;
    private int collections;
    private Supplier<Optional<String>> holder = () -> Optional.of("Library.CACHE");

    private final HeapGrowth heap = new HeapGrowth(
            100 * MEGABYTE, () -> used * MEGABYTE, () -> kept * MEGABYTE, () -> collections++, () -> holder.get());

    /** What is in use after a round, and after a collection. */
    private Optional<String> after(long megabytes, long afterwards) {
        used = megabytes;
        kept = afterwards;
        return heap.afterRound();
    }

    @Test
    void withinSixTenthsNobodyCollects() {
        assertThat(after(60, 60)).isEmpty();
        assertThat(after(60, 60)).isEmpty();
        assertThat(collections).isZero();
    }

    @Test
    void whatGoesWithACollectionIsNoGrowth() {
        assertThat(after(20, 20)).isEmpty();
        assertThat(after(95, 60)).isEmpty();
        assertThat(collections).isEqualTo(1);
    }

    @Test
    void aJvmWhoseHeapIsAlmostFullEndsAndSaysHowMuchIsInUse() {
        after(20, 20);
        assertThat(after(95, 61))
                .contains("61 of the 100 MB that the heap may have, and the classes of rounds that are over, held by"
                        + " Library.CACHE");
    }

    @Test
    void whatTheFirstRoundHasInUseIsWhatTheProjectNeeds() {
        assertThat(after(95, 80)).isEmpty();
        assertThat(after(95, 90)).isEmpty();
        assertThat(after(95, 91)).isPresent();
    }

    @Test
    void whereTheHeapIsTooFullToLookForAHolderThatIsNotTold() {
        holder = () -> {
            throw new OutOfMemoryError("heap");
        };
        after(20, 20);
        assertThat(after(99, 99)).contains("99 of the 100 MB that the heap may have");
    }
}
