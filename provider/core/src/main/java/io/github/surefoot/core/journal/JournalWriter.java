package io.github.surefoot.core.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Appends records to a new journal. Every record is one write to the operating system, so it outlives the death of
 * this JVM, though not of the machine.
 *
 * <p>Safe for use by several threads.
 */
public final class JournalWriter implements Closeable {
    private static final Set<StandardOpenOption> NEW_FILE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);

    private final Path file;
    private final FileChannel channel;
    private final UnaryOperator<String> mask;
    private long number;

    private JournalWriter(Path file, FileChannel channel, UnaryOperator<String> mask) {
        this.file = file;
        this.channel = channel;
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
        FileChannel channel = FileChannel.open(file, NEW_FILE);
        JournalWriter writer = new JournalWriter(file, channel, mask);
        try {
            writer.write(JournalFormat.encode(
                    ++writer.number, JournalFormat.MAGIC, new Fields().put("format", JournalFormat.VERSION)));
            writer.write(EntryCodec.encode(++writer.number, header, mask));
            return writer;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Returns the file this journal is written to. */
    public Path file() {
        return file;
    }

    /**
     * Appends a record.
     *
     * @throws UncheckedIOException if it cannot be written; the reader then finds this journal unfinished
     */
    public synchronized void append(JournalEntry entry) {
        try {
            write(EntryCodec.encode(++number, entry, mask));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the journal " + file, e);
        }
    }

    private void write(byte[] record) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(record);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Closes the file without a {@link JournalEntry.Finished}, unless one was appended. */
    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
