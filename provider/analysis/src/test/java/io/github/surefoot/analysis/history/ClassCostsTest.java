package io.github.surefoot.analysis.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.analysis.JournalScript;
import io.github.surefoot.analysis.evidence.reading.EvidenceReader;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.ClassFinished;
import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.Finished;
import io.github.surefoot.core.journal.JournalEntry.RoundFinished;
import io.github.surefoot.core.journal.JournalEntry.RoundStarted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassCostsTest {
    @TempDir
    Path dir;

    /** Writes a worker that runs classes one after the other, each with how long it takes, in milliseconds. */
    private void worker(int round, int slot, Object... classes) throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        long at = 1_000;
        for (int i = 0; i < classes.length; i += 2) {
            entries.add(new ClassStarted(round, (String) classes[i], JournalScript.at(round, at)));
            at += (int) classes[i + 1];
            entries.add(new ClassFinished(round, (String) classes[i], JournalScript.at(round, at)));
            at++;
        }
        entries.add(new Finished(JournalScript.at(round, at)));
        JournalScript.worker(dir, round, slot, entries);
    }

    private Map<String, Long> costs(int rounds) throws IOException {
        List<JournalEntry> plan = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            plan.add(new RoundStarted(round, 1, JournalScript.at(round, 0)));
            plan.add(new RoundFinished(round, 1, "", JournalScript.at(round, 9_000)));
        }
        JournalScript.journal(dir.resolve("run.journal"), JournalScript.run(rounds), plan);
        return new ClassCosts(EvidenceReader.read(dir)).millis();
    }

    @Test
    void whatItTookWhereItWasTheFirstOfAJvmCountsOnlyIfItAlwaysWas() throws IOException {
        worker(1, 1, "ATest", 900, "BTest", 40);
        worker(1, 2, "CTest", 800);
        worker(2, 1, "BTest", 850, "ATest", 30);
        worker(2, 2, "CTest", 700);
        worker(3, 1, "ATest", 950, "BTest", 60);

        assertThat(costs(3)).containsExactlyInAnyOrderEntriesOf(Map.of("ATest", 30L, "BTest", 40L, "CTest", 700L));
    }

    @Test
    void whatMavenHasToDoForItsTestsIsAPartOfIt() throws IOException {
        JournalScript script = new JournalScript(dir, 2);
        for (int test = 0; test < 100; test++) {
            script.test("ManyTest", "test" + test, "PP");
        }
        script.test("OneTest", "test", "PP").write();

        Map<String, Long> costs = new ClassCosts(EvidenceReader.read(dir)).millis();

        assertThat(costs.get("OneTest"))
                .as("a worker is a second at each class")
                .isEqualTo(1_000);
        assertThat(costs.get("ManyTest"))
                .as("half of 100 times 120 microseconds in each round")
                .isEqualTo(1_006);
    }
}
