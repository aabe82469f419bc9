package io.github.surefoot.surefire.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Looks whether what rounds have left in the heap of a JVM leaves the next too little of it: tests that a new JVM has room
 * for would run out of memory there. Garbage is collected only where it could be so.
 */
final class HeapGrowth {
    private static final int TENTHS = 10;

    /** So many tenths may stay in use: tests need some, and what the serial collector has for the old is seven. */
    private static final int MAY_STAY = 6;

    /** In how many tenths more a heap has grown of which the first round has left most in use already. */
    private static final int IS_MORE = 1;

    private static final long MEGABYTE = 1L << 20;

    private final long most;
    private final LongSupplier used;
    private final LongSupplier kept;
    private final Runnable collection;
    private final Supplier<Optional<String>> holder;
    private long limit;

    /**
     * Begins to look.
     *
     * @param most the bytes that the heap may have
     * @param used the bytes of it that are in use, garbage included
     * @param kept the bytes that were in use after the last collection
     * @param collection collects garbage, once
     * @param holder who holds classes of rounds that are over
     */
    HeapGrowth(
            long most, LongSupplier used, LongSupplier kept, Runnable collection, Supplier<Optional<String>> holder) {
        this.most = most;
        this.used = used;
        this.kept = kept;
        this.collection = collection;
        this.holder = holder;
    }

    /** Looks at this JVM. */
    static HeapGrowth ofThisJvm(Supplier<Optional<String>> holder) {
        return new HeapGrowth(
                Runtime.getRuntime().maxMemory(),
                () -> ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                HeapGrowth::keptByThisJvm,
                System::gc,
                holder);
    }

    private static long keptByThisJvm() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(bean -> bean.getType() == MemoryType.HEAP)
                .map(bean -> bean.getCollectionUsage())
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    /**
     * Looks after a round.
     *
     * @return how much is in use, and who holds some of it, if another JVM must go on
     */
    Optional<String> afterRound() {
        long mayStay = most / TENTHS * MAY_STAY;
        long inUse = 0;
        if (used.getAsLong() > mayStay) {
            collection.run();
            inUse = kept.getAsLong();
        }
        if (limit == 0) {
            limit = Math.max(mayStay, inUse + most / TENTHS * IS_MORE);
        }
        return inUse > limit ? Optional.of(told(inUse)) : Optional.empty();
    }

    private String told(long inUse) {
        return inUse / MEGABYTE + " of the " + most / MEGABYTE + " MB that the heap may have" + heldBy();
    }

    private String heldBy() {
        try {
            return holder.get()
                    .map(who -> ", and the classes of rounds that are over, held by " + who)
                    .orElse("");
        } catch (OutOfMemoryError e) {
            return ""; // To look takes memory, too.
        }
    }
}
