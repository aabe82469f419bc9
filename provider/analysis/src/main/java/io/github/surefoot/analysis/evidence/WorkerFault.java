package io.github.surefoot.analysis.evidence;

/**
 * A fault that a worker tells of beside its tests, whenever and wherever it does: two workers that tell of the same have the
 * same fault.
 *
 * @param kind what kind of fault
 * @param what the forbidden pattern, what leaked or what went wrong; empty for a death
 * @param openedAt where what leaked was opened; empty for other faults, and where it is not known
 */
public record WorkerFault(Kind kind, String what, String openedAt) {
    /** That a worker died between its classes. */
    public static final WorkerFault DEATH = new WorkerFault(Kind.DEATH, "", "");

    /** The kinds of faults. */
    public enum Kind {
        /** A message that {@code surefoot.forbidden} names. */
        MESSAGE,

        /** A leak that breaks the build. */
        LEAK,

        /** A fault of the worker's own. */
        PROBLEM,

        /** The worker's end. */
        DEATH
    }
}
