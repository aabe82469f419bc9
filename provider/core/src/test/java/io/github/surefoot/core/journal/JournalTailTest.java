package io.github.surefoot.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalTailTest {
    @TempDir
    private Path directory;

    /** However the writing and the reading fall together, each record is handed on once, in order. */
    @Test
    void handsOnEveryRecordOnceItIsWhole() throws IOException {
        Path whole = directory.resolve("whole.journal");
        try (JournalWriter writer = JournalWriter.create(whole, Entries.WORKER)) {
            for (int i = 1; i <= 30; i++) {
                writer.append(new JournalEntry.Problem("é".repeat(i * 40) + "\n", i));
            }
        }
        List<JournalEntry> expected = new ArrayList<>();
        JournalReader.stream(whole, expected::add);
        byte[] bytes = Files.readAllBytes(whole);
        Path growing = Files.createFile(directory.resolve("growing.journal"));
        JournalTail tail = new JournalTail(growing);
        List<JournalEntry> seen = new ArrayList<>();

        for (int end = 0; end < bytes.length; end += 97) {
            Files.write(growing, Arrays.copyOf(bytes, end));
            tail.readOn(seen::add);
            assertThat(seen).isEqualTo(expected.subList(0, seen.size()));
        }
        Files.write(growing, bytes);
        tail.readOn(seen::add);
        tail.readOn(seen::add);

        assertThat(seen).isEqualTo(expected);
    }

    /** A zero byte ends no file. It stays out of the name of the test, which goes into XML. */
    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"worst", "\u0000irst"})
    void leavesOutWhatCannotBeUsed(String damaged) throws IOException {
        Path file = directory.resolve("damaged.journal");
        try (JournalWriter writer = JournalWriter.create(file, Entries.WORKER)) {
            writer.append(new JournalEntry.Problem("first", 1));
            writer.append(new JournalEntry.Problem("second", 2));
        }
        Files.writeString(file, Files.readString(file).replace("first", damaged));
        List<JournalEntry> seen = new ArrayList<>();

        new JournalTail(file).readOn(seen::add);

        assertThat(seen).hasSize(2).last().isEqualTo(new JournalEntry.Problem("second", 2));
    }

    @Test
    void handsOnNothingTwiceHoweverMuchItReadAtOnce() throws IOException {
        Path file = directory.resolve("many.journal");
        List<JournalEntry> seen = new ArrayList<>();
        try (JournalWriter writer = JournalWriter.create(file, Entries.WORKER)) {
            for (int i = 1; i <= 200; i++) {
                writer.append(new JournalEntry.Problem("short", i));
            }
            JournalTail tail = new JournalTail(file);
            tail.readOn(seen::add);
            tail.readOn(seen::add);
        }

        assertThat(seen).hasSize(201);
    }
}
