package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.Finding.Kind;
import io.github.surefoot.core.journal.JournalEntry;
import java.nio.file.Path;

/** Understands Maven's own journal of a run, and plans. */
final class PlanCollector implements JournalCollector {
    private static final String MAVEN = "Maven";
    private final Path file;
    private final RunCollector run;
    private final RunPart part;

    PlanCollector(Path file, RunCollector run, RunPart part) {
        this.file = file;
        this.run = run;
        this.part = part;
    }

    @Override
    public void accept(JournalEntry entry) {
        if (entry instanceof JournalEntry.ClassPlanned e) {
            run.round(part, e.round()).ifPresent(r -> r.planned(e.className()));
        } else if (entry instanceof JournalEntry.RoundStarted e) {
            run.round(part, e.round()).ifPresent(r -> r.started(e.attempt(), e.at()));
        } else if (entry instanceof JournalEntry.RoundFinished e) {
            run.round(part, e.round()).ifPresent(r -> r.finished(e.attempt(), e.fault(), e.at()));
        } else if (entry instanceof JournalEntry.RunFresh e) {
            run.round(part, e.round()).ifPresent(r -> run.freshClasses().add(e, r.number));
        } else if (entry instanceof JournalEntry.WorkerStopped e) {
            run.stoppedByMaven(part, e);
        } else if (entry instanceof JournalEntry.Interrupted) {
            run.found(Kind.INTERRUPTED, interrupted());
        } else if (isOfWorkers(entry)) {
            run.misplaced("Maven's own journal tells of tests, which only workers run");
        } else {
            run.incidents().accept(MAVEN, entry);
        }
    }

    @Override
    public void end(boolean finished) {
        if (!finished) {
            run.found(
                    Kind.PLAN_CUT_OFF,
                    file + " is cut off: Maven was stopped before the run was over. Run the rounds again.");
        }
    }

    private String interrupted() {
        String name = run.isMerged() ? "Run " + part.name() : "The run";
        String rounds = part.plannedRounds() + (part.plannedRounds() == 1 ? " round" : " rounds");
        return name + " was interrupted after " + part.rounds() + " of " + rounds
                + "; what was under way then proves nothing. Run the rounds again.";
    }

    private static boolean isOfWorkers(JournalEntry entry) {
        return entry instanceof JournalEntry.ClassStarted
                || entry instanceof JournalEntry.ClassFinished
                || entry instanceof JournalEntry.TestStarted
                || entry instanceof JournalEntry.TestFinished;
    }
}
