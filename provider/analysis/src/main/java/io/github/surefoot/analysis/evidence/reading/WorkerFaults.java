package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.WorkerFault;
import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalEntry;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the faults that workers tell of beside their tests. */
public final class WorkerFaults {
    private static final Pattern LEFT_BY = Pattern.compile(", left by one of .*");

    /** A hash code, or any number. */
    private static final Pattern NUMBER = Pattern.compile("(?<=@)[0-9a-f]{4,}|\\d+");

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
            return Optional.of(new WorkerFault(WorkerFault.Kind.LEAK, folded(leak.what()), leak.openedAt()));
        }
        return entry instanceof JournalEntry.Problem problem
                ? Optional.of(new WorkerFault(WorkerFault.Kind.PROBLEM, folded(problem.what()), ""))
                : Optional.empty();
    }

    /**
     * Leaves out what is another in each worker: numbers, as of processes, ports, threads and workers, hash codes, and the
     * classes of which one has left a process.
     */
    private static String folded(String what) {
        return NUMBER.matcher(LEFT_BY.matcher(what).replaceFirst("")).replaceAll("N");
    }
}
