package io.github.surefoot.worker.database.fault;

/** What may make an attempt succeed that just failed. */
public enum Retry {
    /** Nothing but a change by the user. */
    NEVER(0),
    /** Time: the fault goes away by itself. */
    LATER(8),
    /** Room: what dead workers left behind can be deleted, once. */
    AFTER_SWEEP(1),
    /** Descriptors: what finished tests left open can be closed, once. */
    AFTER_CLOSING_LEAKS(1);

    private final int times;

    Retry(int times) {
        this.times = times;
    }

    /** Returns how often an attempt may be repeated for this reason. */
    public int times() {
        return times;
    }
}
