package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.WorkerFault;
import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalEntry;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Finds the faults that workers tell of beside their tests. */
public final class WorkerFaults {
    private WorkerFaults() {}

    /**
     * Returns all faults in the journal of a worker, whatever class they are of; a worker whose end is not in it has died.
     *
     * @param journal the journal of a worker that is at its end
     */
    public static Set<WorkerFault> in(Journal journal) {
        Set<WorkerFault> faults = new LinkedHashSet<>();
        boolean ended = false;
        for (JournalEntry entry : journal.entries()) {
            of(entry).ifPresent(faults::add);
            ended |= entry instanceof JournalEntry.Finished;
        }
        if (!ended) {
            faults.add(WorkerFault.DEATH);
        }
        return faults;
    }

    /** Returns the fault that a record tells of; empty if it tells of none. */
    static Optional<WorkerFault> of(JournalEntry entry) {
        if (entry instanceof JournalEntry.MessageSeen message) {
            return Optional.of(new WorkerFault(WorkerFault.Kind.MESSAGE, message.pattern(), ""));
        }
        if (entry instanceof JournalEntry.LeakFound leak && leak.fatal()) {
            return Optional.of(
                    new WorkerFault(WorkerFault.Kind.LEAK, NumberedThreads.folded(leak.what()), leak.openedAt()));
        }
        return entry instanceof JournalEntry.Problem problem
                ? Optional.of(new WorkerFault(WorkerFault.Kind.PROBLEM, problem.what(), ""))
                : Optional.empty();
    }
}
