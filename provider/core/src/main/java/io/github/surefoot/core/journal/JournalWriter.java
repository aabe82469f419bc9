package io.github.surefoot.core.journal;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Appends records to a new journal. Every record is one write to the operating system, so it outlives the death of
 * this JVM, though not of the machine. A record that cannot be written at once, as on a full disk, is written with the
 * next one that can.
 *
 * <p>Safe for use by several threads.
 */
public final class JournalWriter implements Closeable {
    private final JournalFile file;
    private final UnaryOperator<String> mask;
    private long number = 2;

    private JournalWriter(JournalFile file, UnaryOperator<String> mask) {
        this.file = file;
        this.mask = mask;
    }

    /**
     * Creates the file and writes the header.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is such a file; a journal is never continued
     * @throws IOException if it cannot be written: a worker must not run a test it cannot tell about
     */
    public static JournalWriter create(Path file, JournalEntry.Header header) throws IOException {
        return create(file, header, UnaryOperator.identity());
    }

    /**
     * Creates the file and writes the header.
     *
     * @param mask through which every text goes before it is written, but for names of classes and runs; must be safe
     *     for use by several threads
     * @throws java.nio.file.FileAlreadyExistsException if there is such a file; a journal is never continued
     * @throws IOException if it cannot be written: a worker must not run a test it cannot tell about
     */
    public static JournalWriter create(Path file, JournalEntry.Header header, UnaryOperator<String> mask)
            throws IOException {
        return create(file, header, mask, OpenFile.Opener.DISK);
    }

    static JournalWriter create(
            Path file, JournalEntry.Header header, UnaryOperator<String> mask, OpenFile.Opener opener)
            throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(
                JournalFormat.encode(1, JournalFormat.MAGIC, new Fields().put("format", JournalFormat.VERSION)));
        head.writeBytes(EntryCodec.encode(2, header, mask));
        return new JournalWriter(JournalFile.create(file, head.toByteArray(), opener), mask);
    }

    /** Returns the file this journal is written to. */
    public Path file() {
        return file.path();
    }

    /**
     * Appends a record.
     *
     * @throws UncheckedIOException if it cannot be written, nor kept until it can
     */
    public synchronized void append(JournalEntry entry) {
        try {
            file.append(EntryCodec.encode(++number, entry, mask));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the journal " + file.path(), e);
        }
    }

    /**
     * Looks whether the file is there as it was written, and mends it as far as that is possible: a file that was
     * deleted, renamed or replaced is restored, bytes of others at its end are removed.
     *
     * @return what was done to it since the last call, as the end of a sentence that begins with the file; empty if
     *     nothing
     * @throws UncheckedIOException if it cannot be mended
     */
    public synchronized Optional<String> tampering() {
        try {
            return file.look();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot restore the journal " + file.path(), e);
        }
    }

    /**
     * Makes sure that all records are written.
     *
     * @throws IOException if they cannot be; the reader then finds this journal unfinished
     */
    public synchronized void flush() throws IOException {
        file.flush();
    }

    /**
     * Closes the file without a {@link JournalEntry.Finished}, unless one was appended.
     *
     * @throws IOException if something of it could not be written; the reader then finds this journal unfinished
     */
    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
