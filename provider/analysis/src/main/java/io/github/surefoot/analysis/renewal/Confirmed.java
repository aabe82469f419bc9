package io.github.surefoot.analysis.renewal;

import io.github.surefoot.analysis.evidence.RenewedFault;
import io.github.surefoot.analysis.evidence.WorkerFault;
import io.github.surefoot.core.TestId;
import java.util.Collections;
import java.util.Set;

/**
 * What fresh workers that ran what a renewed one ran have told of, beside the rounds of a run: what they saw too is no
 * difference.
 *
 * @param failing the tests that they have seen fail too, in all the ways in which renewed ones have
 * @param unlike the tests that they have not, or in some other way only, or that none can be asked about
 * @param faults the faults that they have told of too
 */
public record Confirmed(Set<TestId> failing, Set<TestId> unlike, Set<WorkerFault> faults) {
    /** What nobody has tried. */
    public static final Confirmed NOTHING = new Confirmed(Set.of(), Set.of(), Set.of());

    /** Copies all. */
    public Confirmed {
        failing = Set.copyOf(failing);
        unlike = Set.copyOf(unlike);
        faults = Set.copyOf(faults);
    }

    /** Returns the same without what only was not confirmed: a test that fails by chance may be no other test for that. */
    public Confirmed withoutUnlike() {
        return new Confirmed(failing, Set.of(), faults);
    }

    /** Tells whether a fault is no difference between workers: fresh ones told of it too, in the run or beside it. */
    boolean isOfBoth(RenewedFault fault) {
        return fault.freshToo() || !Collections.disjoint(fault.faults(), faults);
    }
}
