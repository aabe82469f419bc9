package io.github.surefoot.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class JournalPropertyTest {
    @Provide
    Arbitrary<List<JournalEntry>> bodies() {
        return Entries.bodies().list().ofMinSize(1).ofMaxSize(8).filter(JournalPropertyTest::endsOnceAtMost);
    }

    private static boolean endsOnceAtMost(List<JournalEntry> entries) {
        return entries.stream().filter(JournalEntry.Finished.class::isInstance).count() <= 1;
    }

    @Provide
    Arbitrary<JournalEntry.Header> headers() {
        return Entries.headers();
    }

    @Property(seed = "2026")
    void anyEntryIsReadAsItWasWritten(
            @ForAll("headers") JournalEntry.Header header, @ForAll("bodies") List<JournalEntry> entries)
            throws IOException {
        Path file = write(header, entries);
        try {
            Journal journal = JournalReader.read(file);
            assertThat(journal.header()).isEqualTo(header);
            assertThat(journal.entries()).isEqualTo(entries);
            assertThat(journal.condition().damaged()).isFalse();
        } finally {
            Files.delete(file);
        }
    }

    @Property(seed = "2026")
    void anyChangedByteIsNoticed(
            @ForAll("bodies") List<JournalEntry> entries,
            @ForAll @IntRange(min = 0, max = 10_000) int where,
            @ForAll @IntRange(min = 1, max = 255) int change)
            throws IOException {
        Path file = write(Entries.WORKER, entries);
        try {
            byte[] bytes = Files.readAllBytes(file);
            bytes[where % bytes.length] ^= (byte) change;
            Files.write(file, bytes);
            List<JournalEntry> read = new ArrayList<>();
            try {
                JournalCondition condition = JournalReader.stream(file, read::add);
                assertThat(condition.damaged() || condition.torn()).isTrue();
            } catch (JournalFormatException e) {
                assertThat(e).hasMessageContaining(file.getFileName().toString());
            }
        } finally {
            Files.delete(file);
        }
    }

    private static Path write(JournalEntry.Header header, List<JournalEntry> entries) throws IOException {
        Path file = Files.createTempFile("surefoot-property", ".journal");
        Files.delete(file);
        try (JournalWriter writer = JournalWriter.create(file, header)) {
            entries.forEach(writer::append);
        }
        return file;
    }
}
