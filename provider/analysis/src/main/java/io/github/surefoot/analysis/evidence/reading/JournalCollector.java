package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.Finding.Kind;
import io.github.surefoot.core.journal.JournalCondition;
import io.github.surefoot.core.journal.JournalEntry;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hands the records of one journal to whoever understands its kind; leaves out journals of other runs. */
final class JournalCollector implements Consumer<JournalEntry> {
    private final Path file;
    private final RunCollector run;
    private @Nullable PlanCollector plan;
    private @Nullable WorkerCollector worker;

    JournalCollector(Path file, RunCollector run) {
        this.file = file;
        this.run = run;
    }

    @Override
    public void accept(JournalEntry entry) {
        if (entry instanceof JournalEntry.RunStarted header) {
            part(header.run()).ifPresent(part -> plan = new PlanCollector(run, run.header(part, header)));
        } else if (entry instanceof JournalEntry.WorkerStarted header) {
            part(header.worker().run()).ifPresent(part -> worker = new WorkerCollector(file, header, run, part));
        } else if (plan != null) {
            plan.accept(entry);
        } else if (worker != null) {
            worker.accept(entry);
        }
    }

    private Optional<RunPart> part(String name) {
        Optional<RunPart> part = run.part(name);
        if (part.isEmpty()) {
            run.found(
                    Kind.FOREIGN,
                    file + " belongs to run " + name + ", not to " + run.name()
                            + ": journals of several runs lie together. Remove the directory (mvn clean) and run again.");
        }
        return part;
    }

    void end(JournalCondition condition) {
        condition
                .damages()
                .forEach(damage -> run.found(Kind.DAMAGED, "Damaged evidence proves nothing. " + damage + "."));
        if (plan != null && !condition.finished()) {
            run.found(
                    Kind.PLAN_CUT_OFF,
                    file + " is cut off: Maven was stopped before the run was over. Run the rounds again.");
        }
        if (worker != null) {
            worker.end(condition.finished());
        }
    }
}
