package io.github.surefoot.maven.guard;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The processes that a worker has started, as far as they were seen while it lived. A worker that ends as it should tells
 * itself of those that its tests leave behind; of one that dies nobody could say later whose they were.
 */
final class WorkerChildren {
    /** To look takes milliseconds on a machine with many processes. */
    static final Duration LOOK_EVERY = Duration.ofSeconds(2);

    private final LongSupplier nanos;
    private final Set<ProcessHandle> seen = new LinkedHashSet<>();
    private Optional<Long> lastLook = Optional.empty();

    /**
     * Has seen none yet.
     *
     * @param nanos the time, as {@link System#nanoTime()}
     */
    WorkerChildren(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Looks what a worker that lives has started, if the last look is some time ago. */
    void look(ProcessHandle worker) {
        long now = nanos.getAsLong();
        if (lastLook.filter(last -> now - last < LOOK_EVERY.toNanos()).isEmpty()) {
            lookNow(worker);
            lastLook = Optional.of(now);
        }
    }

    /** Looks what a worker that lives has started. */
    void lookNow(ProcessHandle worker) {
        seen.removeIf(process -> !process.isAlive());
        worker.children().forEach(seen::add);
    }

    /** Returns those that were seen and still run. */
    List<ProcessHandle> stillThere() {
        return seen.stream().filter(ProcessHandle::isAlive).toList();
    }
}
