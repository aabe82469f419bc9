package io.github.surefoot.maven.replay;

import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * What one worker ran without success.
 *
 * @param tests the tests that did not pass, with a word or line on each
 * @param failed how many of its executions did not pass; a warm worker may have run a test often
 * @param executions how many executions there were
 */
public record WorkerFailures(Map<TestId, String> tests, int failed, int executions) {

    /** Counts them in the journal of a worker. */
    static WorkerFailures of(Journal journal) {
        return of(journal, round -> true);
    }

    /**
     * Counts them in the journal of a worker.
     *
     * @param rounds whether a round counts
     */
    static WorkerFailures of(Journal journal, IntPredicate rounds) {
        Map<Long, TestId> running = new HashMap<>();
        Map<TestId, String> tests = new TreeMap<>();
        int failed = 0;
        int executions = 0;
        for (JournalEntry entry : journal.entries()) {
            if (entry instanceof JournalEntry.TestStarted started && rounds.test(started.round())) {
                running.put(started.execution(), started.test());
                executions++;
            } else if (entry instanceof JournalEntry.TestFinished finished) {
                TestId test = running.remove(finished.execution());
                if (test != null && finished.outcome().countsAgainstTheTest()) {
                    tests.put(test, headline(finished.outcome()));
                    failed++;
                }
            }
        }
        // Started and never finished: the worker died in it.
        running.values().forEach(test -> tests.put(test, "crashed its worker"));
        return new WorkerFailures(tests, failed + running.size(), executions);
    }

    private static String headline(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return failed.failure().headline();
        }
        return outcome instanceof Outcome.Errored errored ? errored.failure().headline() : outcome.word();
    }
}
