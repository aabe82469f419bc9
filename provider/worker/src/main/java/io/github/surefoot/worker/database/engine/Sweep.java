package io.github.surefoot.worker.database.engine;

import java.time.Duration;
import java.util.List;

/**
 * What a sweep did.
 *
 * @param swept how many dead workers' leavings were removed
 * @param stuck those that could not be, and why
 * @param took how long it took
 */
public record Sweep(int swept, List<String> stuck, Duration took) {
    /** Nothing was there to sweep. */
    public static final Sweep NONE = new Sweep(0, List.of(), Duration.ZERO);

    /** What was done since a moment of {@link System#nanoTime()}. */
    public static Sweep since(long begin, int swept, List<String> stuck) {
        return new Sweep(swept, List.copyOf(stuck), Duration.ofNanos(System.nanoTime() - begin));
    }
}
