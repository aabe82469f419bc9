package io.github.surefoot.analysis.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.JournalEntry.ClassFinished;
import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.Finished;
import io.github.surefoot.core.journal.JournalEntry.RunStarted;
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
        WorkerId id = new WorkerId(JournalScript.RUN, round, slot);
        JournalScript.journal(
                dir.resolve(id.label() + ".journal"),
                new WorkerStarted(id, 4711, from, about),
                List.of(
                        new ClassStarted(round, "shop.CartTest", from),
                        new ClassFinished(round, "shop.CartTest", to),
                        new Finished(to)));
    }

    private Set<String> split() {
        return SplitCompany.of(EvidenceReader.read(dir));
    }

    @Test
    void whoBeginsWhereAnotherHasEndedHasTakenOverWhatThatLeft() throws IOException {
        worker(2, 1, 10, 20, RENEWED);
        worker(2, 2, 25, 30, RENEWED);
        worker(2, 3, 15, 40, RENEWED);

        assertThat(split()).containsExactly("r2w2");
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
