package io.github.surefoot.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.surefoot.core.WorkerId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hostile tests do to the journal of the worker they run in. */
class TamperedJournalTest {
    @TempDir
    Path room;

    private Path file;
    private JournalWriter writer;

    @BeforeEach
    void begin() throws IOException {
        file = room.resolve("journals").resolve("r1w1.journal");
        Files.createDirectory(file.getParent());
        writer = JournalWriter.create(file, new JournalEntry.WorkerStarted(new WorkerId("run", 1, 1), 42, 0, Map.of()));
        writer.append(new JournalEntry.Problem("before", 1));
        assertThat(writer.tampering()).isEmpty();
        writer.append(new JournalEntry.Problem("during", 2));
    }

    private Journal end() throws IOException {
        writer.append(new JournalEntry.Problem("after", 3));
        writer.append(new JournalEntry.Finished(4));
        assertThat(writer.tampering()).isEmpty();
        writer.close();
        return JournalReader.read(file);
    }

    private void isWhole(Journal journal) {
        assertThat(journal.condition().damaged()).as(journal.toString()).isFalse();
        assertThat(journal.condition().finished()).isTrue();
        assertThat(journal.entries())
                .filteredOn(JournalEntry.Problem.class::isInstance)
                .extracting(entry -> ((JournalEntry.Problem) entry).what())
                .containsExactly("before", "during", "after");
    }

    @Test
    void anInterruptedThreadWritesOn() throws IOException {
        Thread.currentThread().interrupt();
        writer.append(new JournalEntry.Problem("interrupted", 3));
        boolean still = Thread.interrupted();
        writer.append(new JournalEntry.Finished(4));
        writer.close();

        assertThat(still).as("the flag is the test's own business").isTrue();
        assertThat(JournalReader.read(file).condition().finished()).isTrue();
        assertThat(JournalReader.read(file).entries()).hasSize(4);
    }

    @Test
    void oneThatWasDeletedIsRestored() throws IOException {
        Files.delete(file);

        assertThat(writer.tampering()).contains("was deleted or renamed");
        isWhole(end());
    }

    @Test
    void oneWhoseDirectoryWasDeletedIsRestored() throws IOException {
        Files.delete(file);
        Files.delete(file.getParent());

        assertThat(writer.tampering()).contains("was deleted or renamed");
        isWhole(end());
    }

    @Test
    void oneThatWasRenamedIsRestored() throws IOException {
        Files.move(file, room.resolve("elsewhere"));

        assertThat(writer.tampering()).contains("was deleted or renamed");
        isWhole(end());
    }

    @Test
    void oneThatWasReplacedIsRestored() throws IOException {
        Files.move(file, room.resolve("elsewhere"));
        Files.writeString(file, "not a journal");

        assertThat(writer.tampering()).contains("was replaced by another file");
        isWhole(end());
    }

    @Test
    void whatOthersAppendedIsTakenAway() throws IOException {
        Files.writeString(file, "graffiti\n", StandardOpenOption.APPEND);

        assertThat(writer.tampering()).contains("got 9 bytes that are not its own");
        isWhole(end());
    }

    @Test
    void oneThatWasCutOffIsDamagedEvidence() throws IOException {
        Files.write(file, new byte[0]);
        Files.writeString(file, "surefoot", StandardCharsets.UTF_8);

        assertThat(writer.tampering()).contains("was cut off at 8 bytes");
        Journal journal = end();
        assertThat(journal.condition().damages()).as("lost is lost").isNotEmpty();
        assertThat(journal.header()).as("but whose it is").isInstanceOf(JournalEntry.WorkerStarted.class);
        assertThat(journal.entries()).as("and what follows").hasSize(3);
    }

    @Test
    void oneThatWasCutOffInTheMiddleIsDamagedEvidence() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - lastLine(file).length - 5));

        assertThat(writer.tampering())
                .hasValueSatisfying(what -> assertThat(what).startsWith("was cut off at "));
        Journal journal = end();
        assertThat(journal.condition().damages()).isNotEmpty();
        assertThat(journal.entries()).as("and what follows").hasSize(3);
    }

    @Test
    void oneThatWasCutOffBeforeTheNextRecordIsNoticedAllTheSame() throws IOException {
        Files.write(file, new byte[0]);
        writer.append(new JournalEntry.Problem("the outcome of the test that did it", 3));

        assertThat(writer.tampering()).contains("was cut off at 0 bytes");
        assertThat(end().entries()).as("what follows the cut").hasSize(4);
    }

    @Test
    void oneThatLostItsLastRecordsGetsThemAgain() throws IOException {
        long proven = Files.size(file) - lastLine(file).length;
        Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), (int) proven));

        assertThat(writer.tampering()).isPresent();
        isWhole(end());
    }

    private static byte[] lastLine(Path file) throws IOException {
        String text = Files.readString(file);
        return text.substring(text.lastIndexOf('\n', text.length() - 2) + 1).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aLongJournalIsNotKeptInMemory() throws IOException {
        for (int i = 0; i < 3_000; i++) {
            writer.append(new JournalEntry.Problem("x".repeat(1_000), i));
        }
        writer.append(new JournalEntry.Finished(4));
        writer.close();

        assertThat(JournalReader.read(file).condition().finished()).isTrue();
        assertThat(JournalReader.read(file).entries()).hasSize(3_003);
    }
}
