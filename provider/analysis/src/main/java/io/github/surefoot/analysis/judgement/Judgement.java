package io.github.surefoot.analysis.judgement;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import io.github.surefoot.analysis.gate.Verdict;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A run, judged.
 *
 * @param evidence what happened
 * @param verdict what the gate says of it
 * @param reporting what is told beside the verdict
 */
public record Judgement(Evidence evidence, Verdict verdict, Reporting reporting) {

    /** Returns what to type to run a worker's tests again, where a person sits. */
    public String replay(String worker) {
        return reporting.commands().replay() + " "
                + artefact(worker)
                        .map(journal -> "-Dsurefoot.journal=" + journal.getFileName())
                        .orElse(evidence.replayOption(worker));
    }

    /**
     * Returns what a person types to be told why tests fail: only where the run was, since a diagnosis runs its code.
     *
     * @return the command; empty on a CI server, and where no test failed
     */
    public Optional<String> diagnosis() {
        return reporting.checkout().isPresent() || verdict.worst().isEmpty()
                ? Optional.empty()
                : Optional.of(reporting.commands().diagnose() + ofJournal());
    }

    /** The journals of runs that were judged together, or kept apart, lie where no goal looks by itself. */
    private String ofJournal() {
        return evidence.run().isElsewhere()
                ? evidence.failingWorkers().stream()
                        .findFirst()
                        .map(worker -> " " + evidence.replayOption(worker))
                        .orElse("")
                : "";
    }

    /**
     * Returns what to fetch from the CI server before that: the worker's journal, relative to the checkout; empty where no
     * server runs this, or the worker left none.
     */
    public Optional<Path> artefact(String worker) {
        return reporting.checkout().flatMap(root -> evidence.worker(worker)
                .map(WorkerEvidence::journal)
                .map(journal -> journal.startsWith(root) ? root.relativize(journal) : journal));
    }
}
