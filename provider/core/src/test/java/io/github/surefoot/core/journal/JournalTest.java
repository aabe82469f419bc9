package io.github.surefoot.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    private Path directory;

    private static final JournalEntry.WorkerStopped STOP =
            new JournalEntry.WorkerStopped("r2w1", List.of(), List.of("CartTest"), "its hook hangs", 10);

    private Path write(JournalEntry... entries) throws IOException {
        Path file = directory.resolve("r2w1.journal");
        try (JournalWriter writer = JournalWriter.create(file, Entries.WORKER)) {
            Arrays.stream(entries).forEach(writer::append);
        }
        return file;
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = write(Entries.started(1, "CartTest", "expires"), Entries.passed(1), new JournalEntry.Finished(9));
        Journal journal = JournalReader.read(file);
        assertThat(journal.header()).isEqualTo(Entries.WORKER);
        assertThat(journal.entries())
                .containsExactly(
                        Entries.started(1, "CartTest", "expires"), Entries.passed(1), new JournalEntry.Finished(9));
        assertThat(journal.condition()).isEqualTo(new JournalCondition(true, false, List.of()));
    }

    @Test
    void textGoesThroughTheMaskAndWhatRecordsAreMatchedByDoesNot() throws IOException {
        Path file = directory.resolve("r2w1.journal");
        JournalEntry.TestStarted started = Entries.started(1, "shop.CartTest", "expires CartTest 1001");
        try (JournalWriter writer = JournalWriter.create(
                file, Entries.WORKER, text -> text.replace("CartTest", "***").replace("1001", "***"))) {
            writer.append(started);
            writer.append(new JournalEntry.Problem("CartTest and 1001", 1001));
        }
        assertThat(JournalReader.read(file).entries())
                .containsExactly(
                        Entries.started(1, "shop.CartTest", "expires *** ***"),
                        new JournalEntry.Problem("*** and ***", 1001));
    }

    @Test
    void aPersonCanReadIt() throws IOException {
        Path file = write(Entries.started(1, "shop.CartTest", "expires"));
        assertThat(Files.readString(file).lines().map(line -> line.replace('\t', ' ')))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("1 surefoot-journal format=1 #"),
                        second -> assertThat(second)
                                .startsWith("2 worker at=1000 run=run round=2 slot=1 pid=4711 about.java=17 #"),
                        third -> assertThat(third)
                                .startsWith("3 test x=1 at=1001 round=1 class=shop.CartTest name=expires #"));
    }

    @Test
    void cutAtAnyByteItLosesTheLastRecordAtMost() throws IOException {
        Path file = write(Entries.started(1, "CartTest", "expires"), Entries.passed(1), new JournalEntry.Finished(9));
        byte[] whole = Files.readAllBytes(file);
        int header = IntStream.range(0, whole.length)
                .filter(i -> whole[i] == '\n')
                .skip(1)
                .findFirst()
                .orElseThrow();
        for (int length = header + 1; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            Files.write(file, part);
            Journal journal = JournalReader.read(file);
            long lines = new String(part, java.nio.charset.StandardCharsets.UTF_8)
                    .chars()
                    .filter(c -> c == '\n')
                    .count();
            assertThat(journal.entries()).as("cut at %d", length).hasSize((int) lines - 2);
            assertThat(journal.condition())
                    .as("cut at %d", length)
                    .isEqualTo(new JournalCondition(false, part[length - 1] != '\n', List.of()));
        }
    }

    @Test
    void cutWithinItsHeaderItIsNoJournal() throws IOException {
        Path file = write();
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatExceptionOfType(JournalFormatException.class)
                    .as("cut at %d", length)
                    .isThrownBy(() -> JournalReader.read(file))
                    .withMessageContaining("r2w1.journal");
        }
    }

    @Test
    void aChangedRecordIsNoticedAndTheOthersAreKept() throws IOException {
        Path file = write(Entries.started(1, "CartTest", "expires"), Entries.passed(1), new JournalEntry.Finished(9));
        Files.writeString(file, Files.readString(file).replace("outcome=passed", "outcome=failed"));
        Journal journal = JournalReader.read(file);
        assertThat(journal.entries())
                .containsExactly(Entries.started(1, "CartTest", "expires"), new JournalEntry.Finished(9));
        assertThat(journal.condition().damaged()).isTrue();
        assertThat(journal.condition().damages())
                .containsExactly("r2w1.journal: record 4 cannot be used: its checksum is wrong");
    }

    @Test
    void aLostRecordIsNoticed() throws IOException {
        Path file = write(Entries.started(1, "CartTest", "expires"), Entries.passed(1), new JournalEntry.Finished(9));
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.remove(3);
        Files.write(file, lines);
        assertThat(JournalReader.read(file).condition().damages())
                .containsExactly("r2w1.journal: record 4 is missing, 5 stands in its place");
    }

    @Test
    void recordsAfterALostOneAreInOrderAgain() throws IOException {
        Path file = write(
                Entries.started(1, "CartTest", "expires"),
                Entries.passed(1),
                Entries.started(2, "CartTest", "adds"),
                new JournalEntry.Finished(9));
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.remove(3);
        lines.set(4, lines.get(4).replace("at=9", "at=8"));
        Files.write(file, lines);

        Journal journal = JournalReader.read(file);
        assertThat(journal.entries())
                .containsExactly(Entries.started(1, "CartTest", "expires"), Entries.started(2, "CartTest", "adds"));
        assertThat(journal.condition())
                .isEqualTo(new JournalCondition(
                        false,
                        false,
                        List.of(
                                "r2w1.journal: record 4 is missing, 5 stands in its place",
                                "r2w1.journal: record 6 cannot be used: its checksum is wrong")));
    }

    @Test
    void aZeroByteEndsNothing() throws IOException {
        Path file = write(Entries.started(1, "CartTest", "expires"), Entries.passed(1), new JournalEntry.Finished(9));
        Files.writeString(file, Files.readString(file).replace("outcome=passed", "outcome=\u0000assed"));

        Journal journal = JournalReader.read(file);
        assertThat(journal.condition().finished()).isTrue();
        assertThat(journal.condition().damages())
                .containsExactly("r2w1.journal: record 4 cannot be used: its checksum is wrong");
    }

    @Test
    void invalidUtf8IsDamageLikeAnyOther() throws IOException {
        Path file = write(Entries.started(1, "CartTest", "über"), new JournalEntry.Finished(9));
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == (byte) 0xc3) {
                bytes[i] = (byte) 0xff;
            }
        }
        Files.write(file, bytes);
        assertThat(JournalReader.read(file).condition().damages())
                .containsExactly("r2w1.journal: record 3 cannot be used: its checksum is wrong");
    }

    @Test
    void whatGoesWrongAgainAndAgainIsToldTwentyTimes() throws IOException {
        Path file = write();
        Files.writeString(file, "rubbish\n".repeat(50), java.nio.file.StandardOpenOption.APPEND);
        assertThat(JournalReader.read(file).condition().damages())
                .hasSize(20)
                .first()
                .isEqualTo("r2w1.journal: record 3 cannot be used: it has no checksum");
    }

    @Test
    void aLineOfTheGreatestLengthIsRead() throws IOException {
        Path file = write(Entries.started(1, "CartTest", "x".repeat(4_000)), new JournalEntry.Finished(9));
        int longest = Files.readAllLines(file).get(2).length();
        assertThat(longest).isBetween(2_049, 4_096);
        assertThat(JournalReader.stream(file, entry -> {}, 4_096).damaged()).isFalse();
    }

    @Test
    void aLineBeyondTheGreatestLengthIsNoRecord() throws IOException {
        Path file = write(Entries.started(1, "CartTest", "x".repeat(4_096)), new JournalEntry.Finished(9));
        assertThatExceptionOfType(JournalFormatException.class)
                .isThrownBy(() -> JournalReader.stream(file, entry -> {}, 4_096))
                .withMessageStartingWith("Not a Surefoot journal: ");
    }

    @Test
    void withoutItsFirstRecordItIsNoJournal() throws IOException {
        Path file = directory.resolve("r2w1.journal");
        Files.write(file, EntryCodec.encode(1, Entries.WORKER, text -> text));
        assertThatExceptionOfType(JournalFormatException.class)
                .isThrownBy(() -> JournalReader.read(file))
                .withMessageStartingWith("Not a Surefoot journal: ");
    }

    @Test
    void aFirstRecordInTheMiddleIsDamage() throws IOException {
        Path file = write();
        Files.write(
                file,
                JournalFormat.encode(3, JournalFormat.MAGIC, new Fields().put("format", "1")),
                java.nio.file.StandardOpenOption.APPEND);
        assertThat(JournalReader.read(file).condition().damages())
                .containsExactly("r2w1.journal: record 3 cannot be used: 'surefoot-journal' is no type of record");
    }

    @Test
    void withoutAHeaderItIsNoJournal() throws IOException {
        Path file = directory.resolve("r2w1.journal");
        Files.write(file, JournalFormat.encode(1, JournalFormat.MAGIC, new Fields().put("format", "1")));
        Files.write(
                file, EntryCodec.encode(2, Entries.passed(1), text -> text), java.nio.file.StandardOpenOption.APPEND);
        assertThatExceptionOfType(JournalFormatException.class)
                .isThrownBy(() -> JournalReader.read(file))
                .withMessageStartingWith("Not a Surefoot journal: ");
    }

    @Test
    void aHeaderThatNamesNoWorkerIsNone() throws IOException {
        Path file = directory.resolve("r2w1.journal");
        Files.write(file, JournalFormat.encode(1, JournalFormat.MAGIC, new Fields().put("format", "1")));
        Files.write(
                file,
                JournalFormat.encode(
                        2,
                        "worker",
                        new Fields()
                                .put("at", 1)
                                .put("run", "r")
                                .put("round", 1)
                                .put("slot", 0)
                                .put("pid", 1)),
                java.nio.file.StandardOpenOption.APPEND);
        assertThatExceptionOfType(JournalFormatException.class).isThrownBy(() -> JournalReader.read(file));
    }

    @Test
    void anUnknownOutcomeIsDamage() throws IOException {
        Path file = write();
        Files.write(
                file,
                JournalFormat.encode(
                        3, "outcome", new Fields().put("x", 1).put("at", 1).put("outcome", "hoped for")),
                java.nio.file.StandardOpenOption.APPEND);
        assertThat(JournalReader.read(file).condition().damages())
                .containsExactly("r2w1.journal: record 3 cannot be used: 'hoped for' is no outcome");
    }

    @Test
    void recordsAfterTheEndUnfinishIt() throws IOException {
        Path file = write(new JournalEntry.Finished(9), Entries.passed(1));
        assertThat(JournalReader.read(file).condition().finished()).isFalse();
    }

    /** A JVM that does not end is stopped when its journal has closed already. */
    @Test
    void aStopAfterTheEndLeavesItFinished() throws IOException {
        Path file = write(new JournalEntry.Finished(9), STOP, STOP);
        assertThat(JournalReader.read(file).condition()).isEqualTo(new JournalCondition(true, false, List.of()));
    }

    @Test
    void aStopIsNoEnd() throws IOException {
        assertThat(JournalReader.read(write(STOP)).condition().finished()).isFalse();
    }

    @Test
    void aStopDoesNotEndWhatWentOnAfterTheEnd() throws IOException {
        Path file = write(new JournalEntry.Finished(9), Entries.passed(1), STOP);
        assertThat(JournalReader.read(file).condition().finished()).isFalse();
    }

    @Test
    void aSecondEndIsDamage() throws IOException {
        Path file = write(new JournalEntry.Finished(9), Entries.passed(1), new JournalEntry.Finished(10));
        assertThat(JournalReader.read(file).condition().damages())
                .containsExactly("r2w1.journal: record 5 is a second end");
    }

    @Test
    void aSecondHeaderIsDamage() throws IOException {
        Path file = write(Entries.WORKER);
        assertThat(JournalReader.read(file).condition().damages())
                .containsExactly("r2w1.journal: record 3 is a second header");
    }

    @Test
    void anotherVersionIsOneClearError() throws IOException {
        Path file = directory.resolve("r2w1.journal");
        Files.write(file, JournalFormat.encode(1, JournalFormat.MAGIC, new Fields().put("format", "2")));
        assertThatExceptionOfType(JournalFormatException.class)
                .isThrownBy(() -> JournalReader.read(file))
                .withMessageStartingWith("Journal format 2 cannot be read by this plugin (format 1): "
                        + "use the same Surefoot version for both.");
    }

    @Test
    void aForeignFileIsOneClearError() throws IOException {
        Path file = Files.writeString(directory.resolve("notes.txt"), "milk\neggs\n");
        assertThatExceptionOfType(JournalFormatException.class)
                .isThrownBy(() -> JournalReader.read(file))
                .withMessageStartingWith("Not a Surefoot journal: ");
    }

    @Test
    void anUnknownTypeIsDamage() throws IOException {
        Path file = write();
        Files.write(
                file,
                JournalFormat.encode(3, "rumour", new Fields().put("at", 1)),
                java.nio.file.StandardOpenOption.APPEND);
        assertThat(JournalReader.read(file).condition().damages())
                .containsExactly("r2w1.journal: record 3 cannot be used: 'rumour' is no type of record");
    }

    @Test
    void aJournalIsNeverContinued() throws IOException {
        Path file = write();
        assertThatThrownBy(() -> JournalWriter.create(file, Entries.WORKER))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aJournalThatCannotBeWrittenSaysSo() throws IOException {
        JournalWriter writer = JournalWriter.create(directory.resolve("r2w1.journal"), Entries.WORKER);
        writer.close();
        assertThatThrownBy(() -> writer.append(Entries.passed(1)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("r2w1.journal");
    }

    @Test
    void threadsDoNotTearEachOthersRecords() throws Exception {
        Path file = directory.resolve("r2w1.journal");
        try (JournalWriter writer = JournalWriter.create(file, Entries.WORKER)) {
            List<Thread> threads = IntStream.range(0, 4)
                    .mapToObj(t -> new Thread(() -> IntStream.range(0, 500)
                            .forEach(i -> writer.append(Entries.started(i, "T" + t, "test " + i)))))
                    .toList();
            threads.forEach(Thread::start);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        Journal journal = JournalReader.read(file);
        assertThat(journal.condition().damaged()).isFalse();
        assertThat(journal.entries()).hasSize(2_000);
    }
}
