package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.core.journal.JournalEntry;

/** Understands Maven's own journal of a run, and plans. */
final class PlanCollector {
    private static final String MAVEN = "Maven";
    private final RunCollector run;
    private final RunPart part;

    PlanCollector(RunCollector run, RunPart part) {
        this.run = run;
        this.part = part;
    }

    void accept(JournalEntry entry) {
        if (entry instanceof JournalEntry.ClassPlanned e) {
            run.round(part, e.round()).ifPresent(r -> r.planned(e.className()));
        } else if (entry instanceof JournalEntry.RoundStarted e) {
            run.round(part, e.round()).ifPresent(r -> r.started(e.attempt(), e.at()));
        } else if (entry instanceof JournalEntry.RoundFinished e) {
            run.round(part, e.round()).ifPresent(r -> r.finished(e.attempt(), e.fault(), e.at()));
        } else if (entry instanceof JournalEntry.WorkerStopped e) {
            run.stoppedByMaven(part, e);
        } else if (isOfWorkers(entry)) {
            run.misplaced("Maven's own journal tells of tests, which only workers run");
        } else {
            run.incidents().accept(MAVEN, entry);
        }
    }

    private static boolean isOfWorkers(JournalEntry entry) {
        return entry instanceof JournalEntry.ClassStarted
                || entry instanceof JournalEntry.ClassFinished
                || entry instanceof JournalEntry.TestStarted
                || entry instanceof JournalEntry.TestFinished;
    }
}
