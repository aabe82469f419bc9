package io.github.surefoot.worker.database.engine;

import java.util.List;

/**
 * What a sweep did.
 *
 * @param swept how many dead workers' leavings were removed
 * @param stuck those that could not be, and why
 */
public record Sweep(int swept, List<String> stuck) {
    /** Nothing was there to sweep. */
    public static final Sweep NONE = new Sweep(0, List.of());
}
