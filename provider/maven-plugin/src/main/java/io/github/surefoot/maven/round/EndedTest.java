package io.github.surefoot.maven.round;

import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An execution that a worker's journal tells of.
 *
 * @param executed what ran
 * @param outcome how it ended; empty if it never did, since its worker died in it
 */
record EndedTest(WorkerFailures.Executed executed, Optional<Outcome> outcome) {
    /** Returns all but Surefire's reruns, in the order in which they ended; behind them those that never did. */
    static List<EndedTest> in(Journal journal) {
        Map<Long, WorkerFailures.Executed> running = new LinkedHashMap<>();
        Map<WorkerFailures.Executed, Integer> instances = new HashMap<>();
        List<EndedTest> ended = new ArrayList<>();
        for (JournalEntry entry : journal.entries()) {
            if (entry instanceof JournalEntry.TestStarted started && !started.rerun()) {
                int instance = instances.merge(
                        new WorkerFailures.Executed(started.round(), started.test(), 1), 1, Integer::sum);
                running.put(
                        started.execution(), new WorkerFailures.Executed(started.round(), started.test(), instance));
            } else if (entry instanceof JournalEntry.TestFinished finished) {
                WorkerFailures.Executed executed = running.remove(finished.execution());
                if (executed != null) {
                    ended.add(new EndedTest(executed, Optional.of(finished.outcome())));
                }
            }
        }
        running.values().forEach(executed -> ended.add(new EndedTest(executed, Optional.empty())));
        return ended;
    }

    /** Tells whether it counts against the test. */
    boolean failed() {
        return outcome.map(Outcome::countsAgainstTheTest).orElse(true);
    }
}
