package io.github.surefoot.analysis.evidence;

import java.util.List;
import java.util.Set;

/**
 * A fault that a renewed worker tells of beside its tests: a forbidden message, a leak that breaks the build, a fault of
 * its own.
 *
 * @param worker the worker's label
 * @param round from 1
 * @param classes the classes that were at work; all that the worker ran if none was, and none if it ran none
 * @param what the fault, as the object of a sentence
 * @param faults the same by which it is known again where another worker tells of it
 * @param freshToo whether fresh workers tell of the same
 * @param setAside whether fresh workers have run these classes again in that round, so that it breaks nothing
 */
public record RenewedFault(
        String worker,
        int round,
        List<String> classes,
        String what,
        Set<WorkerFault> faults,
        boolean freshToo,
        boolean setAside) {
    /** Copies list and set. */
    public RenewedFault {
        classes = List.copyOf(classes);
        faults = Set.copyOf(faults);
    }

    /** Tells whether it breaks nothing, because fresh workers ran the same and saw none of it. */
    public boolean onlyRenewed() {
        return setAside && !freshToo;
    }
}
