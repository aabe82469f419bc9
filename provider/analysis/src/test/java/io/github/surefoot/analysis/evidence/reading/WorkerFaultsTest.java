package io.github.surefoot.analysis.evidence.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.evidence.WorkerFault;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A fault is known again whoever tells of it, and whenever. */
class WorkerFaultsTest {
    @TempDir
    private Path dir;

    private Set<WorkerFault> in(JournalEntry... entries) throws IOException {
        Path file = dir.resolve("r1w1.journal");
        JournalScript.journal(
                file,
                new JournalEntry.WorkerStarted(new WorkerId(JournalScript.RUN, 1, 1), 4711, 1, Map.of()),
                List.of(entries));
        return WorkerFaults.in(JournalReader.read(file));
    }

    @Test
    void ofAMessageOnlyThePatternCounts() throws IOException {
        assertThat(in(
                        new JournalEntry.MessageSeen("no such table", new TestId("shop.CartTest", "expires"), 5),
                        new JournalEntry.MessageSeen("no such table", new TestId("shop.PriceTest", "says"), 7),
                        new JournalEntry.Finished(9)))
                .containsExactly(new WorkerFault(WorkerFault.Kind.MESSAGE, "no such table", ""));
    }

    @Test
    void aLeakBreaksTheBuildOrIsNoFaultAndNumbersOfThreadsDoNotCount() throws IOException {
        assertThat(in(
                        new JournalEntry.LeakFound(
                                "thread 'pool-3-thread-1' runs on", "at a.B", "shop.CartTest", true, 5),
                        new JournalEntry.LeakFound(
                                "thread 'pool-7-thread-2' runs on", "at a.B", "shop.PriceTest", true, 6),
                        new JournalEntry.LeakFound("a file", "", "shop.CartTest", false, 7),
                        new JournalEntry.Finished(9)))
                .containsExactly(new WorkerFault(WorkerFault.Kind.LEAK, "thread 'pool-N-thread-N' runs on", "at a.B"));
    }

    /** Each worker has another process, and in each round others may have left it. */
    @Test
    void whatIsAnotherInEachWorkerDoesNotCount() throws IOException {
        assertThat(in(
                        new JournalEntry.LeakFound(
                                "process 4711 (/bin/sleep), left by one of a.B, a.C", "", "", true, 5),
                        new JournalEntry.LeakFound("process 12 (/bin/sleep)", "", "a.C", true, 5),
                        new JournalEntry.Problem("port 8080 of it.Server@1f2e3d is not free in r3w1", 6),
                        new JournalEntry.Finished(9)))
                .containsExactly(
                        new WorkerFault(WorkerFault.Kind.LEAK, "process N (/bin/sleep)", ""),
                        new WorkerFault(WorkerFault.Kind.PROBLEM, "port N of it.Server@N is not free in rNwN", ""));
    }

    @Test
    void aWorkerWhoseEndIsNotThereHasDied() throws IOException {
        assertThat(in(new JournalEntry.Problem("the disk is full", 5)))
                .containsExactly(new WorkerFault(WorkerFault.Kind.PROBLEM, "the disk is full", ""), WorkerFault.DEATH);
    }

    @Test
    void oneThatEndedAsItShouldHasNone() throws IOException {
        assertThat(in(new JournalEntry.Finished(9))).isEmpty();
    }
}
