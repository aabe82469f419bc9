package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.Finding.Kind;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.shard.ShardFact;
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
            run.round(part, e.round()).ifPresent(r -> r.planned(part.index(), e.className()));
        } else if (entry instanceof JournalEntry.RoundStarted e) {
            run.round(part, e.round()).ifPresent(r -> r.started(part.index(), e.attempt(), e.at()));
        } else if (entry instanceof JournalEntry.RoundFinished e) {
            run.round(part, e.round()).ifPresent(r -> r.finished(part.index(), e.attempt(), e.fault(), e.at()));
        } else if (entry instanceof JournalEntry.RunFresh e) {
            run.round(part, e.round()).ifPresent(r -> run.freshClasses().add(e, r.number));
        } else if (entry instanceof JournalEntry.WorkerStopped e) {
            run.stoppedByMaven(part, e);
        } else if (entry instanceof JournalEntry.Interrupted) {
            run.found(Kind.INTERRUPTED, interrupted());
        } else if (entry instanceof JournalEntry.ResourceEvent e && e.resource().equals(ShardFact.RESOURCE)) {
            // What is planned was read before all else: see RunOutline.
            return;
        } else if (isOfWorkers(entry)) {
            run.misplaced("Maven's own journal tells of tests, which only workers run");
        } else {
            run.incidents().accept(MAVEN, entry);
        }
    }

    @Override
    public void end(boolean finished) {
        if (!finished) {
            String what = file + " is cut off: Maven was stopped before the run was over.";
            run.found(
                    Kind.PLAN_CUT_OFF,
                    part.shard()
                            .map(of ->
                                    ShardSet.name(of.shard()) + " is half-written. " + what + " Run that shard again.")
                            .orElse(what + " Run the rounds again."));
        }
    }

    private String interrupted() {
        String name = part.shard()
                .map(of -> ShardSet.name(of.shard()))
                .orElseGet(() -> run.isMerged() ? "Run " + part.name() : "The run");
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
