package io.github.surefoot.maven.round;

import io.github.surefoot.analysis.evidence.matching.CollectedTest;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.journal.JournalEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Holds every execution of later rounds against that of the first round, as it ends. Where all are alike, and no worker has
 * told of anything else, renewed workers differ from fresh ones in nothing, and the journals need not be read to see that.
 * In doubt they are: this says whether there is anything to look for, and never what.
 */
final class KindWatch {
    private static final int FIRST = 1;

    private final Map<CollectedTest.Key, String> first = new HashMap<>();
    private final Map<Integer, Integer> alike = new HashMap<>();
    private boolean doubt;
    private boolean anyFailed;

    /**
     * Begins to hold.
     *
     * @param asked whether anybody will ask, as only those do whose workers renew classes; otherwise nothing is kept
     */
    KindWatch(boolean asked) {
        doubt = !asked;
    }

    /**
     * Takes an execution that has ended.
     *
     * @param again whether another worker has run its class in that round before
     */
    void ended(int round, CollectedTest.Key test, Outcome outcome, boolean again) {
        anyFailed |= outcome.countsAgainstTheTest();
        // An attempt that is tried again is told as aborted, and may have failed in one kind of workers alone.
        doubt |= outcome.hiddenFailure().isPresent();
        if (doubt) {
            return;
        }
        if (round == FIRST && !again) {
            doubt = first.put(test, outcome.word()) != null;
        } else if (!outcome.word().equals(first.get(test))) {
            doubt = true;
        } else if (!again) {
            alike.merge(round, 1, Integer::sum);
        }
    }

    /** Takes what a worker tells beside that: some of it may be what one kind of workers tells, and the other does not. */
    void told(JournalEntry entry) {
        doubt |= entry instanceof JournalEntry.MessageSeen
                || entry instanceof JournalEntry.Problem
                || entry instanceof JournalEntry.WorkerStopped
                || (entry instanceof JournalEntry.LeakFound leak && leak.fatal())
                || (entry instanceof JournalEntry.TestStarted test && test.rerun());
    }

    /** Notes that a worker has died. */
    void died() {
        doubt = true;
    }

    /** Tells whether any execution failed, of whatever worker. */
    boolean anyFailed() {
        return anyFailed;
    }

    /** Tells whether there is anything to look for in the rounds that have run by now. */
    boolean anyUnlike() {
        return doubt || anyFailed;
    }

    /** Tells whether all of so many rounds were as the first one, test by test, and what has run again was as well. */
    boolean allAlike(int rounds) {
        return !doubt
                && !first.isEmpty()
                && IntStream.rangeClosed(FIRST + 1, rounds)
                        .allMatch(round -> alike.getOrDefault(round, 0) == first.size());
    }
}
