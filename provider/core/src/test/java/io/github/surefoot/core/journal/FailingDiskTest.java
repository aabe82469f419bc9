package io.github.surefoot.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a journal whose disk takes nothing, or whose descriptor is closed or another file's. */
class FailingDiskTest {
    private static final String LOST = "could not be written any more, as if its file descriptor had been closed";
    private static final byte[] HEAD = "head\n".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path room;

    private final FailingDisk disk = new FailingDisk();
    private Path path;
    private JournalWriter writer;

    @BeforeEach
    void begin() throws IOException {
        path = room.resolve("r1w1.journal");
        writer = JournalWriter.create(path, Entries.WORKER, UnaryOperator.identity(), disk);
        tell("before");
    }

    private void tell(String what) {
        writer.append(new JournalEntry.Problem(what, 1));
    }

    private void has(String... told) throws IOException {
        Journal journal = JournalReader.read(path);
        assertThat(journal.condition().damages()).isEmpty();
        assertThat(journal.entries())
                .extracting(entry -> ((JournalEntry.Problem) entry).what())
                .containsExactly(told);
    }

    private JournalFile file(String name) throws IOException {
        return JournalFile.create(room.resolve(name), HEAD, disk);
    }

    private static void append(JournalFile file, String record) throws IOException {
        file.append((record + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Appends a record that is found where it should be, and is no longer kept in memory. */
    private static void appendAndLook(JournalFile file, String record) throws IOException {
        append(file, record);
        assertThat(file.look()).isEmpty();
    }

    @Test
    void isNotBegunOnAFullDisk() {
        disk.full = true;
        Path other = room.resolve("r1w2.journal");

        assertThatThrownBy(() -> JournalWriter.create(other, Entries.WORKER, UnaryOperator.identity(), disk))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
        assertThat(other).doesNotExist();
        assertThat(disk.last())
                .satisfies(descriptor -> assertThat(descriptor.isOpen()).isFalse());
    }

    @Test
    void aFullDiskGetsTheRecordsWithTheNextThatItTakes() throws IOException {
        disk.full = true;
        tell("kept");
        tell("kept too");
        assertThatThrownBy(writer::flush).hasMessage("No space left on device");
        has("before");
        disk.full = false;
        tell("after");

        has("before", "kept", "kept too", "after");
        assertThat(writer.tampering()).as("no test's doing").isEmpty();
        assertThat(disk.opened).hasSize(1);
    }

    @Test
    void flushingWritesWhatAFullDiskDidNotTake() throws IOException {
        disk.full = true;
        tell("kept");
        disk.full = false;
        writer.flush();

        has("before", "kept");
    }

    @Test
    void lookingWritesWhatAFullDiskDidNotTake() throws IOException {
        disk.full = true;
        tell("kept");
        assertThat(writer.tampering()).isEmpty();
        disk.full = false;
        assertThat(writer.tampering()).isEmpty();

        has("before", "kept");
    }

    @Test
    void closingTellsWhatWasNotWrittenAndClosesNonetheless() throws IOException {
        disk.full = true;
        tell("lost");

        assertThatThrownBy(writer::close).hasMessage("No space left on device");
        assertThat(disk.last().isOpen()).isFalse();
        assertThatThrownBy(() -> tell("too late")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aFullDiskIsWaitedForUpToALimit() throws IOException {
        JournalFile file = file("large");
        disk.full = true;

        assertThatCode(() -> file.append(new byte[JournalFile.MOST_UNWRITTEN])).doesNotThrowAnyException();
        assertThatThrownBy(() -> file.append(new byte[1]))
                .hasMessage("Nothing can be written to " + file.path())
                .hasRootCauseMessage("No space left on device");
    }

    @Test
    void whatIsNotLookedAtIsKeptUpToALimit() throws IOException {
        JournalFile file = file("large");
        file.append(new byte[JournalFile.MOST_UNPROVEN]);
        Files.write(file.path(), HEAD);
        assertThat(file.look()).contains(LOST);
        assertThat(file.path()).hasSize(HEAD.length + JournalFile.MOST_UNPROVEN);

        JournalFile longer = file("larger");
        longer.append(new byte[JournalFile.MOST_UNPROVEN + 1]);
        Files.write(longer.path(), HEAD);
        assertThat(longer.look()).contains("was cut off at 5 bytes");
        assertThat(longer.path()).as("the rest was let go").hasBinaryContent(HEAD);
    }

    @Test
    void aClosedDescriptorIsOpenedAgain() throws IOException {
        assertThat(writer.tampering()).isEmpty();
        disk.last().close();
        tell("after");

        has("before", "after");
        assertThat(writer.tampering()).contains(LOST);
        assertThat(writer.tampering()).as("told once").isEmpty();
        assertThat(disk.opened).hasSize(2);
    }

    @Test
    void aDescriptorThatBecameAnotherFilesIsLeftToIt() throws IOException {
        assertThat(writer.tampering()).isEmpty();
        FailingDisk.Descriptor lost = disk.last();
        try (RandomAccessFile other = new RandomAccessFile(room.resolve("other").toFile(), "rw")) {
            lost.becomes(other);
            tell("astray");
            has("before");

            assertThat(writer.tampering()).contains(LOST);
            has("before", "astray");
            tell("after");
            writer.close();
            has("before", "astray", "after");
            assertThat(lost.isOpen()).as("not ours to close").isTrue();
        }
        lost.close();
    }

    @Test
    void afterItsDescriptorWasClosedAnotherFileInItsPlaceIsNotWrittenTo() throws IOException {
        disk.last().close();
        Files.move(path, room.resolve("elsewhere"));
        Files.writeString(path, "another's");
        tell("kept");

        assertThat(path).hasContent("another's");
        assertThatThrownBy(writer::flush).hasMessage(path + " is another file now");
        assertThatThrownBy(writer::tampering)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Cannot restore the journal " + path);
    }

    @Test
    void restoringClosesWhatWasDeleted() throws IOException {
        Files.delete(path);

        assertThat(writer.tampering()).contains("was deleted or renamed");
        assertThat(disk.opened.get(0).isOpen()).as("takes no space any more").isFalse();
        assertThat(disk.last().isOpen()).isTrue();
        writer.close();
        assertThat(disk.last().isOpen()).isFalse();
        has("before");
    }

    @Test
    void aLongJournalIsRestoredToTheByte() throws IOException {
        for (int i = 0; i < 200; i++) {
            tell("x".repeat(1_000));
        }
        assertThat(writer.tampering()).isEmpty();
        tell("after");
        byte[] whole = Files.readAllBytes(path);
        Files.delete(path);

        assertThat(writer.tampering()).contains("was deleted or renamed");
        assertThat(path).hasBinaryContent(whole);
        assertThat(room).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void ofOneThatWasRenamedAndCutOffTheRestIsRestored() throws IOException {
        JournalFile file = file("short");
        appendAndLook(file, "lost");
        append(file, "kept");
        Path elsewhere = Files.move(file.path(), room.resolve("elsewhere"));
        Files.write(elsewhere, HEAD);

        assertThat(file.look()).contains("was deleted or renamed");
        append(file, "after");
        assertThat(file.path()).hasContent("head\nkept\nafter\n");
    }

    @Test
    void whatOthersAppendedIsGoneAtOnceAndTheNextRecordFollowsTheLast() throws IOException {
        byte[] whole = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(whole, whole.length + 10));

        assertThat(writer.tampering()).contains("got 10 bytes that are not its own");
        assertThat(path).hasBinaryContent(whole);
        tell("after");
        has("before", "after");
    }

    @Test
    void oneThatWasCutOffBehindItsHeadGoesOnInANewLine() throws IOException {
        JournalFile file = file("cut");
        appendAndLook(file, "record");
        Files.writeString(file.path(), "hole\nre");

        assertThat(file.look()).contains("was cut off at 7 bytes");
        append(file, "after");
        assertThat(file.path()).hasContent("head\nre\nafter\n");
    }

    @Test
    void oneThatWasCutOffWithinItsHeadGetsItAgain() throws IOException {
        JournalFile file = file("cut");
        Files.writeString(file.path(), "he");

        assertThat(file.look()).contains("was cut off at 2 bytes");
        append(file, "after");
        assertThat(file.path()).hasContent("head\nafter\n");
    }

    @Test
    void ofOneThatWasCutOffWhatIsInMemoryIsKept() throws IOException {
        JournalFile file = file("cut");
        appendAndLook(file, "lost");
        append(file, "kept");
        Files.writeString(file.path(), "he");
        append(file, "after");

        assertThat(file.path()).hasContent("head\nkept\nafter\n");
        assertThat(file.look()).contains("was cut off at 2 bytes");
    }

    @Test
    void whatOthersAppendedIsGoneBeforeTheNextRecord() throws IOException {
        JournalFile file = file("longer");
        Files.writeString(file.path(), "head\ngraffiti by others\n");
        append(file, "after");

        assertThat(file.path()).hasContent("head\nafter\n");
        assertThat(file.look()).contains("got 19 bytes that are not its own");
    }

    @Test
    void oneThatIsCutOffOnAFullDiskIsMendedWhenThereIsSpace() throws IOException {
        JournalFile file = file("cut");
        append(file, "record");
        Files.writeString(file.path(), "head\nre");
        disk.full = true;
        append(file, "during");
        assertThat(file.path()).hasContent("head\nre");
        disk.full = false;
        append(file, "after");

        assertThat(file.path()).hasContent("head\nrecord\nduring\nafter\n");
    }
}
