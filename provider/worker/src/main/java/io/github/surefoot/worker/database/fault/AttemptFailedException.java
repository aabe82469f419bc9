package io.github.surefoot.worker.database.fault;

/** An attempt that failed, and why: another may follow. */
public final class AttemptFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Diagnosis diagnosis;

    /** Tells of a failure that was diagnosed. */
    public AttemptFailedException(Diagnosis diagnosis) {
        super(diagnosis.message(), diagnosis.cause());
        this.diagnosis = diagnosis;
    }

    /** Returns what failed. */
    public Diagnosis diagnosis() {
        return diagnosis;
    }
}
