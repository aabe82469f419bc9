package io.github.surefoot.analysis.evidence;

import java.util.List;
import java.util.Set;

/**
 * One round.
 *
 * @param round from 1
 * @param complete whether everything that was planned for it was done: Maven finished it, no worker died, and every
 *     planned class was finished
 * @param attempts how often workers were started for it; more than 1 when others took up what a dead one left
 * @param faults what Surefire reported beyond failing tests
 * @param planned the classes that were to be run
 * @param finished the classes that a worker was done with
 * @param startedAt when, in milliseconds since the epoch; 0 if unknown
 * @param millis how long it took; 0 if unknown
 */
public record RoundEvidence(
        int round,
        boolean complete,
        int attempts,
        List<String> faults,
        Set<String> planned,
        Set<String> finished,
        long startedAt,
        long millis) {
    /** Copies the collections. */
    public RoundEvidence {
        faults = List.copyOf(faults);
        planned = Set.copyOf(planned);
        finished = Set.copyOf(finished);
    }

    /** Returns the same round, nothing of which is missing. */
    public RoundEvidence asComplete() {
        return new RoundEvidence(round, true, attempts, faults, planned, finished, startedAt, millis);
    }
}
