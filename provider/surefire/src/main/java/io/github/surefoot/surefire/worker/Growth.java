package io.github.surefoot.surefire.worker;

import io.github.surefoot.surefire.loader.RoundLoaders;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Looks whether a JVM whose classes are renewed grows from round to round, because something holds the classes of rounds
 * that are over. Garbage is collected only where memory has grown by a quarter: a collection costs as much as a small round.
 * The JVM by itself would wait longer than that, and keep the memory of a dozen rounds for nothing.
 */
final class Growth {
    /** So many rounds may be held: soft references let go when memory is short, and threads that end do so late. */
    private static final int FEW = 3;

    /** Libraries load classes as long as tests find new ways. */
    private static final long SLACK = 16L << 20;

    /** A JVM that has loaded little is not to collect after each round. */
    private static final long WORTH_COLLECTING = 4L << 20;

    private static final String CLASSES = "Metaspace";

    /** Of the collector that we choose; where the project chooses another, what its heap keeps is its own choice too. */
    private static final String OLD = "Tenured Gen";

    private static final int THIRD = 3;
    private static final int QUARTER = 4;

    private final LongSupplier classes;
    private final LongSupplier memory;
    private final Runnable collection;
    private final IntSupplier alive;
    private final Supplier<Optional<String>> holder;
    private final Supplier<Optional<String>> heap;
    private long limit;
    private long collected;

    /**
     * Begins to look.
     *
     * @param classes the bytes that classes take
     * @param memory the bytes that classes take, and what has outlived some collections of the young
     * @param collection collects garbage, once
     * @param alive collects garbage until nothing more goes, and tells of how many rounds that are over the classes are still
     *     there
     * @param holder who holds them
     * @param heap looks at the heap after a round
     */
    Growth(
            LongSupplier classes,
            LongSupplier memory,
            Runnable collection,
            IntSupplier alive,
            Supplier<Optional<String>> holder,
            Supplier<Optional<String>> heap) {
        this.classes = classes;
        this.memory = memory;
        this.collection = collection;
        this.alive = alive;
        this.holder = holder;
        this.heap = heap;
    }

    /** Looks at this JVM. */
    static Growth of(RoundLoaders loaders) {
        return new Growth(
                () -> used(CLASSES),
                () -> used(CLASSES) + used(OLD),
                System::gc,
                loaders::alive,
                loaders::holder,
                HeapGrowth.ofThisJvm(loaders::holder)::afterRound);
    }

    private static long used(String pool) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(bean -> bean.getName().equals(pool))
                .mapToLong(bean -> bean.getUsage().getUsed())
                .sum();
    }

    /**
     * Looks after a round.
     *
     * @return what is held, and by whom, if this JVM has grown so much that another must go on
     */
    Optional<String> afterRound() {
        if (limit == 0) {
            limit = limitAbove(classes.getAsLong());
            collected = memory.getAsLong();
        } else if (memory.getAsLong() > collected + collected / QUARTER + WORTH_COLLECTING) {
            collection.run();
            collected = memory.getAsLong();
        }
        Optional<String> grown = classes.getAsLong() > limit ? grown() : Optional.empty();
        return grown.or(heap);
    }

    private Optional<String> grown() {
        int held = alive.getAsInt();
        long then = classes.getAsLong();
        if (held > FEW && then > limit) {
            return Optional.of("the classes of " + held + " rounds that are over, held by "
                    + holder.get().orElse("somebody who has let them go just now"));
        }
        limit = Math.max(limit, limitAbove(then));
        return Optional.empty();
    }

    private static long limitAbove(long bytes) {
        return bytes + bytes / THIRD + SLACK;
    }
}
