package io.github.surefoot.maven.round;

import io.github.surefoot.core.FreshReason;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalWriter;
import io.github.surefoot.core.process.LeftProcess;
import io.github.surefoot.core.protocol.JournalDirectory;
import io.github.surefoot.core.shard.ShardFact;
import io.github.surefoot.core.shard.ShardPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;

/** Maven's own journal of a run: the plan, against which the workers' evidence is held. */
final class RunJournal implements AutoCloseable {
    private final JournalWriter writer;
    private final Clock clock;
    private boolean ended;

    private RunJournal(JournalWriter writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    static RunJournal start(Path journals, JournalEntry.RunStarted header, Clock clock) throws IOException {
        return new RunJournal(JournalWriter.create(new JournalDirectory(journals).run(), header), clock);
    }

    /** What comes after the end is of no use to anybody, and would damage the journal. */
    private synchronized void append(JournalEntry entry) {
        if (!ended) {
            writer.append(entry);
        }
    }

    void roundStarted(int round, int attempt, long at) {
        append(new JournalEntry.RoundStarted(round, attempt, at));
    }

    void planned(int round, Collection<String> classes) {
        classes.forEach(className -> append(new JournalEntry.ClassPlanned(round, className)));
    }

    void runFresh(int round, String className, FreshReason reason, String why) {
        writer.append(new JournalEntry.RunFresh(round, className, reason, why));
    }

    /** Notes what the whole run has planned of which this is a shard. */
    void sharded(ShardPlan plan) {
        append(new JournalEntry.ResourceEvent(
                ShardFact.RESOURCE,
                ShardFact.PLANNED,
                Map.of(ShardFact.PLAN, plan.fingerprint(), ShardFact.CLASSES, Integer.toString(plan.size())),
                clock.millis()));
    }

    void roundFinished(int round, int attempt, String fault, long at) {
        append(new JournalEntry.RoundFinished(round, attempt, fault, at));
        writer.tampering()
                .ifPresent(what -> problem("In round " + round + ", Maven's journal " + what
                        + ". What is lost proves nothing. Tests must leave target/surefoot alone."));
    }

    void problem(String what) {
        append(new JournalEntry.Problem(what, clock.millis()));
    }

    /** A worker that died could not tell of it. */
    void left(LeftProcess process, boolean fatal) {
        append(new JournalEntry.LeakFound(process.what(), "", process.className(), fatal, clock.millis()));
    }

    void told(JournalEntry.ResourceEvent event) {
        append(event);
    }

    void stopped(JournalEntry.WorkerStopped stop) {
        append(stop);
    }

    synchronized void finished() {
        append(new JournalEntry.Finished(clock.millis()));
        ended = true;
    }

    /**
     * Ends the journal of a run that Maven is told to end, unless it has ended.
     *
     * @throws IOException if it cannot be written
     */
    synchronized void interrupted() throws IOException {
        append(new JournalEntry.Interrupted(clock.millis()));
        finished();
        writer.flush();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
