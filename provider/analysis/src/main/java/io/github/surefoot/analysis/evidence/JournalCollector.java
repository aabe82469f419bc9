package io.github.surefoot.analysis.evidence;

import io.github.surefoot.analysis.evidence.Finding.Kind;
import io.github.surefoot.core.journal.JournalCondition;
import io.github.surefoot.core.journal.JournalEntry;
import java.nio.file.Path;
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
            if (belongs(header.run())) {
                run.header(header);
                plan = new PlanCollector(run);
            }
        } else if (entry instanceof JournalEntry.WorkerStarted header) {
            if (belongs(header.worker().run())) {
                worker = new WorkerCollector(file, header, run);
            }
        } else if (plan != null) {
            plan.accept(entry);
        } else if (worker != null) {
            worker.accept(entry);
        }
    }

    private boolean belongs(String name) {
        if (run.isOf(name)) {
            return true;
        }
        run.found(
                Kind.FOREIGN,
                file + " belongs to run " + name + ", not to " + run.name()
                        + ": journals of several runs lie together. Remove the directory (mvn clean) and run again.");
        return false;
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
