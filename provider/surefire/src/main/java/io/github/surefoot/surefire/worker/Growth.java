package io.github.surefoot.surefire.worker;

import io.github.surefoot.surefire.loader.RoundLoaders;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Looks whether a JVM whose classes are renewed grows from round to round, because something holds the classes of rounds
 * that are over. Only where the memory of classes has grown by a third is garbage collected to find out: a collection
 * costs more than a small round.
 */
final class Growth {
    /** So many rounds may be held: soft references let go when memory is short, and threads that end do so late. */
    private static final int FEW = 3;

    /** Libraries load classes as long as tests find new ways. */
    private static final long SLACK = 16L << 20;

    private static final int THIRD = 3;

    private final LongSupplier memory;
    private final IntSupplier alive;
    private final Supplier<Optional<String>> holder;
    private long limit;

    /**
     * Begins to look.
     *
     * @param memory the bytes that classes take
     * @param alive collects garbage, and tells of how many rounds that are over the classes are still there
     * @param holder who holds them
     */
    Growth(LongSupplier memory, IntSupplier alive, Supplier<Optional<String>> holder) {
        this.memory = memory;
        this.alive = alive;
        this.holder = holder;
    }

    /** Looks at this JVM. */
    static Growth of(RoundLoaders loaders) {
        Optional<MemoryPoolMXBean> metaspace = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().equals("Metaspace"))
                .findFirst();
        return new Growth(
                () -> metaspace.map(pool -> pool.getUsage().getUsed()).orElse(0L), loaders::alive, loaders::holder);
    }

    /**
     * Looks after a round.
     *
     * @return what is held, and by whom, if this JVM has grown so much that another must go on
     */
    Optional<String> afterRound() {
        long now = memory.getAsLong();
        if (limit == 0 || now <= limit) {
            limit = limit == 0 ? limitAbove(now) : limit;
            return Optional.empty();
        }
        int held = alive.getAsInt();
        long then = memory.getAsLong();
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
