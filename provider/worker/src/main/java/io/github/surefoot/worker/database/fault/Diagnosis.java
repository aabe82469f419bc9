package io.github.surefoot.worker.database.fault;

/**
 * A fault, found.
 *
 * @param fault its kind
 * @param where what it is about: {@code file /a/b.db}
 * @param finding what was seen, with names and numbers
 * @param cause what was thrown
 */
public record Diagnosis(Fault fault, String where, String finding, Throwable cause) {

    /** Returns what is wrong, where, and the mend. */
    public String message() {
        return finding + ". " + fault.mend() + " [" + fault.word() + ", " + where + "; it said: " + cause.getMessage()
                + "]";
    }
}
