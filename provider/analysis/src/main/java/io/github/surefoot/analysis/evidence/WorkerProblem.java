package io.github.surefoot.analysis.evidence;

import java.util.OptionalLong;

/**
 * A fault of a worker itself, which breaks the build whatever the tests say, or of what surrounds it, for which no test is
 * to blame.
 *
 * @param worker the worker's label
 * @param what the fault and its mend, for people
 * @param since of a fault of what surrounds the worker: since when what fails there says nothing of its tests, in
 *     milliseconds since the epoch
 */
public record WorkerProblem(String worker, String what, OptionalLong since) {

    /** A fault of the worker itself. */
    public WorkerProblem(String worker, String what) {
        this(worker, what, OptionalLong.empty());
    }

    /** Tells whether it is a fault of what surrounds the worker. */
    public boolean isOutside() {
        return since.isPresent();
    }
}
