package io.github.surefoot.worker.database.fault;

import java.nio.file.Path;

/**
 * A fault, found.
 *
 * @param fault its kind
 * @param file the database or library it is about
 * @param finding what was seen, with names and numbers
 * @param cause what was thrown
 */
public record Diagnosis(Fault fault, Path file, String finding, Throwable cause) {

    /** Returns what is wrong, with which file, and the mend. */
    public String message() {
        return finding + ". " + fault.mend() + " [" + fault.word() + ", file " + file + "; it said: "
                + cause.getMessage() + "]";
    }
}
