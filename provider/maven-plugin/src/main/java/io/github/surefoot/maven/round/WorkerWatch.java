package io.github.surefoot.maven.round;

import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalTail;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/** Follows one worker's journal, and counts what it tells for the rounds it belongs to. */
final class WorkerWatch {
    private final JournalTail journal;
    private final Map<Long, Running> running = new HashMap<>();

    WorkerWatch(JournalTail journal) {
        this.journal = journal;
    }

    private record Running(int round, TestId test) {}

    /**
     * Counts what has come since.
     *
     * @param rounds what is known of a round
     */
    void readOn(IntFunction<RoundSoFar> rounds) throws IOException {
        journal.readOn(entry -> take(entry, rounds));
    }

    private void take(JournalEntry entry, IntFunction<RoundSoFar> rounds) {
        if (entry instanceof JournalEntry.TestStarted started && !started.rerun()) {
            running.put(started.execution(), new Running(started.round(), started.test()));
        } else if (entry instanceof JournalEntry.TestFinished finished) {
            Running test = running.remove(finished.execution());
            if (test != null) {
                rounds.apply(test.round()).ended(test.test(), finished.outcome());
            }
        } else if (entry instanceof JournalEntry.ClassFinished finished) {
            rounds.apply(finished.round()).classEnded(finished.className(), finished.at());
        }
    }
}
