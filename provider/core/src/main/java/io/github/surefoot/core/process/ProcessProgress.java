package io.github.surefoot.core.process;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How a process gets on, by the CPU time that it uses. On a busy machine a process may take many times as long as on an
 * idle one; it is slow then, and at no fault. So Surefoot's own limits count no seconds of a clock, but either the time
 * in which a process {@linkplain #standing() stands still}, or its {@linkplain #own() own time}.
 *
 * <p>Whoever waits looks again and again, and often: a look that comes late was held up itself, as when the machine
 * stands still or the process was stopped, and what is beyond twice the usual pause counts for nothing.
 *
 * <p>For use by one thread.
 */
public final class ProcessProgress {
    /** A JVM with nothing to do uses a few milliseconds a second. */
    private static final long SHARE = 100;

    /** What the operating system counts CPU time in may be as coarse as 10 ms. */
    private static final long GRAIN = Duration.ofMillis(20).toNanos();

    private final Supplier<Optional<Duration>> cpu;
    private final LongSupplier nanos;
    private final long longest;
    private long last;
    private long usedThen;
    private long standing;
    private long own;

    /**
     * Begins to look.
     *
     * @param cpu the CPU time that the process has used; where the system does not tell, it is taken to stand still
     * @param nanos the time, as {@link System#nanoTime()}
     * @param pause between two looks
     */
    public ProcessProgress(Supplier<Optional<Duration>> cpu, LongSupplier nanos, Duration pause) {
        this.cpu = cpu;
        this.nanos = nanos;
        longest = 2 * pause.toNanos();
        last = nanos.getAsLong();
        usedThen = used();
    }

    /** Begins to look at a process, with a pause between two looks. */
    public static ProcessProgress of(ProcessHandle process, Duration pause) {
        return new ProcessProgress(() -> process.info().totalCpuDuration(), System::nanoTime, pause);
    }

    private long used() {
        return cpu.get().map(Duration::toNanos).orElse(0L);
    }

    /** Looks how it gets on. */
    public void look() {
        long now = nanos.getAsLong();
        standing += Math.min(Math.max(0, now - last), longest);
        last = now;
        long used = used() - usedThen;
        if (used > GRAIN + standing / SHARE) {
            // Several threads may use more than there was time: one process, one clock.
            own += Math.min(used, standing);
            begin();
        }
    }

    /** Counts another sign of progress than CPU time, such as a file that has grown. */
    public void moved() {
        begin();
    }

    private void begin() {
        usedThen = used();
        standing = 0;
    }

    /** Returns for how long it has been standing still: without any CPU time to speak of. */
    public Duration standing() {
        return Duration.ofNanos(standing);
    }

    /**
     * Returns its own time since the first look: what CPU time it used, and the time in which it stood still. On an idle
     * machine that is what a clock says.
     */
    public Duration own() {
        return Duration.ofNanos(own + standing);
    }
}
