package io.github.surefoot.core.journal;

import java.util.List;

/**
 * In what state a journal was found.
 *
 * @param finished whether it closes with {@link JournalEntry.Finished}, behind which no more than a {@link
 *     JournalEntry.WorkerStopped} may stand: its writer had nothing left to do
 * @param torn whether the last record was cut off in the middle, as when its writer died
 * @param damages what else is wrong, a sentence each: a changed or lost record. Evidence so damaged proves nothing
 */
public record JournalCondition(boolean finished, boolean torn, List<String> damages) {
    /** Copies the list. */
    public JournalCondition {
        damages = List.copyOf(damages);
    }

    /** Tells whether a record was changed or lost, beyond what the death of the writer explains. */
    public boolean damaged() {
        return !damages.isEmpty();
    }
}
