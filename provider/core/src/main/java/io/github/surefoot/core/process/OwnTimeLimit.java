package io.github.surefoot.core.process;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A limit in the own time of this process, see {@link ProcessProgress#own()}, for whoever waits for a part of it. What
 * is over within one pause, as nearly everything is, is not measured at all.
 *
 * <p>For use by one thread.
 */
public final class OwnTimeLimit {
    private final Duration limit;
    private final Duration pause;
    private final long began = System.nanoTime();
    private Duration before = Duration.ZERO;
    private @Nullable ProcessProgress progress;

    /**
     * Begins to count.
     *
     * @param limit the limit
     * @param pause about how often it will be asked for
     */
    public OwnTimeLimit(Duration limit, Duration pause) {
        this.limit = limit;
        this.pause = pause;
    }

    /** Tells whether it is over; to be asked about once a pause. */
    public boolean isOver() {
        return left().isZero();
    }

    /** Returns what is left of it, not less than nothing; to be asked for about once a pause. */
    public Duration left() {
        ProcessProgress measured = progress;
        if (measured == null) {
            Duration passed = Duration.ofNanos(System.nanoTime() - began);
            if (passed.compareTo(pause) < 0) {
                return atLeastNothing(limit.minus(passed));
            }
            before = shorter(passed, pause.multipliedBy(2));
            measured = ProcessProgress.of(ProcessHandle.current(), pause);
            progress = measured;
        } else {
            measured.look();
        }
        return atLeastNothing(limit.minus(before).minus(measured.own()));
    }

    /** Returns for how long to wait now: for a pause, or what is left if that is less; a millisecond at least. */
    public long waitMillis() {
        return Math.max(1, shorter(pause, left()).toMillis());
    }

    private static Duration shorter(Duration one, Duration two) {
        return one.compareTo(two) < 0 ? one : two;
    }

    private static Duration atLeastNothing(Duration time) {
        return time.isNegative() ? Duration.ZERO : time;
    }
}
