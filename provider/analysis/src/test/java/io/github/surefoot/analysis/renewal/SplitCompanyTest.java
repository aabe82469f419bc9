package io.github.surefoot.analysis.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.ClassFinished;
import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.Finished;
import io.github.surefoot.core.journal.JournalEntry.RunStarted;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.core.journal.JournalEntry.WorkerStarted;
import io.github.surefoot.core.protocol.WorkerFact;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitCompanyTest {
    private static final Map<String, String> RENEWED = Map.of(WorkerFact.KIND, "renewed");

    @TempDir
    private Path dir;

    @BeforeEach
    void run() throws IOException {
        RunStarted run = JournalScript.run(3);
        JournalScript.journal(dir.resolve("run.journal"), run, List.of(new Finished(99)));
    }

    private void worker(int round, int slot, long from, long to, Map<String, String> about) throws IOException {
        worker(
                round,
                slot,
                from,
                about,
                new ClassStarted(round, "shop.CartTest", from),
                new ClassFinished(round, "shop.CartTest", to),
                new Finished(to));
    }

    private void worker(int round, int slot, long from, Map<String, String> about, JournalEntry... entries)
            throws IOException {
        WorkerId id = new WorkerId(JournalScript.RUN, round, slot);
        JournalScript.journal(
                dir.resolve(id.label() + ".journal"), new WorkerStarted(id, 4711, from, about), List.of(entries));
    }

    private Set<String> split() {
        return SplitCompany.of(EvidenceReader.read(dir));
    }

    @Test
    void whoBeginsWhereAnotherHasEndedHasTakenOverWhatThatLeft() throws IOException {
        worker(2, 1, 10, 20, RENEWED);
        worker(2, 2, 25, 30, RENEWED);

        assertThat(split()).containsExactly("r2w2");
    }

    @Test
    void whoeverWasThereAlreadyMayHaveTakenItOverAsWell() throws IOException {
        worker(2, 1, 10, 40, RENEWED);
        worker(2, 2, 10, RENEWED, new ClassStarted(2, "shop.PriceTest", 20));

        assertThat(split()).as("what ran before the death is as it was").containsExactly("r2w1");
    }

    @Test
    void aWorkerWithoutMemoryLeavesTheRestOfTheRound() throws IOException {
        worker(2, 1, 10, 40, RENEWED);
        Failure failure = new Failure("java.lang.OutOfMemoryError", "Java heap space", "");
        worker(
                2,
                2,
                10,
                RENEWED,
                new ClassStarted(2, "shop.PriceTest", 20),
                new TestStarted(1, 2, new TestId("shop.PriceTest", "says"), "", List.of(), false, 21),
                new TestFinished(1, new Outcome.Errored(failure), 22),
                new ClassFinished(2, "shop.PriceTest", 23),
                new Finished(24));

        assertThat(split()).containsExactly("r2w1");
    }

    @Test
    void whatFreshWorkersAndOtherRoundsDoIsNoMatter() throws IOException {
        worker(1, 1, 1, 2, Map.of());
        worker(1, 2, 5, 6, Map.of());
        worker(2, 1, 10, 20, RENEWED);
        worker(2, 2, 25, 30, Map.of());
        worker(3, 1, 25, 30, RENEWED);

        assertThat(split()).isEmpty();
    }
}
