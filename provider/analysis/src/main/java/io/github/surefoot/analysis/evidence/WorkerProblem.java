package io.github.surefoot.analysis.evidence;

import java.util.OptionalLong;
import java.util.regex.Pattern;

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
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** A fault of the worker itself. */
    public WorkerProblem(String worker, String what) {
        this(worker, what, OptionalLong.empty());
    }

    /** Returns what it says but for numbers: several workers say the same of one fault, each of its own connection. */
    public String kind() {
        return NUMBER.matcher(what).replaceAll("0");
    }

    /** Tells whether it is a fault of what surrounds the worker. */
    public boolean isOutside() {
        return since.isPresent();
    }
}
