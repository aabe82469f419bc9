package io.github.surefoot.analysis.renewal;

import io.github.surefoot.analysis.evidence.RenewedFault;
import io.github.surefoot.analysis.evidence.WorkerFault;
import io.github.surefoot.core.TestId;
import java.util.Collections;
import java.util.Set;

/**
 * What a fresh worker that ran what a renewed one ran has told of, beside the rounds of a run: what it saw too is no
 * difference.
 *
 * @param failing the classes of which it has seen a failure too
 * @param passing the tests that it saw pass, although no other worker did
 * @param faults the faults that it has told of too
 */
public record Confirmed(Set<String> failing, Set<TestId> passing, Set<WorkerFault> faults) {
    /** What nobody has tried. */
    public static final Confirmed NOTHING = new Confirmed(Set.of(), Set.of(), Set.of());

    /** Copies all. */
    public Confirmed {
        failing = Set.copyOf(failing);
        passing = Set.copyOf(passing);
        faults = Set.copyOf(faults);
    }

    /** Tells whether a fault is no difference between workers: fresh ones told of it too, in the run or beside it. */
    boolean isOfBoth(RenewedFault fault) {
        return fault.freshToo() || !Collections.disjoint(fault.faults(), faults);
    }
}
