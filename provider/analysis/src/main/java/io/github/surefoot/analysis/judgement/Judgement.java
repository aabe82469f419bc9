package io.github.surefoot.analysis.judgement;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.gate.Verdict;

/**
 * A run, judged.
 *
 * @param evidence what happened
 * @param verdict what the gate says of it
 * @param reporting what is told beside the verdict
 */
public record Judgement(Evidence evidence, Verdict verdict, Reporting reporting) {

    /** Returns what to type to run a worker's tests again. */
    public String replay(String worker) {
        return reporting.replayCommand() + " " + evidence.replayOption(worker);
    }
}
