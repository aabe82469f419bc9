package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.core.journal.JournalEntry;
import java.util.HashSet;
import java.util.Set;

/**
 * Hands on what a warm worker of an interrupted run tells of the rounds that were over by then, and of itself before it
 * took up another. Its journal ends where the signal met it.
 */
final class KeptRounds implements JournalCollector {
    private final RunPart part;
    private final WorkerCollector worker;
    private final Set<Long> running = new HashSet<>();
    private final Set<String> open = new HashSet<>();
    private boolean beyond;

    KeptRounds(RunPart part, WorkerCollector worker) {
        this.part = part;
        this.worker = worker;
    }

    @Override
    public void accept(JournalEntry entry) {
        if (isKept(entry)) {
            worker.accept(entry);
        }
    }

    private boolean isKept(JournalEntry entry) {
        if (entry instanceof JournalEntry.TestStarted e) {
            return isOver(e.round(), () -> running.add(e.execution()));
        } else if (entry instanceof JournalEntry.TestFinished e) {
            return running.remove(e.execution()) || !beyond;
        } else if (entry instanceof JournalEntry.ClassStarted e) {
            return isOver(e.round(), () -> open.add(e.className()));
        } else if (entry instanceof JournalEntry.ClassFinished e) {
            return !part.leavesOut(e.round()) && open.remove(e.className());
        } else if (entry instanceof JournalEntry.ClassPlanned e) {
            return !part.leavesOut(e.round());
        }
        return !beyond;
    }

    private boolean isOver(int round, Runnable note) {
        if (part.leavesOut(round)) {
            beyond = true;
            return false;
        }
        note.run();
        return true;
    }

    /** A worker that left nothing open in the rounds that are kept has not died in them, but with the run, if at all. */
    @Override
    public void end(boolean finished) {
        worker.end(finished || (running.isEmpty() && open.isEmpty()));
    }
}
