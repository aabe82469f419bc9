package io.github.surefoot.core.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads on in a journal that is still being written, to show how far its writer has come. What counts is read by
 * {@link JournalReader} once the writer has ended: here, records that cannot be used are left out without a word.
 *
 * <p>For use by one thread.
 */
public final class JournalTail {
    private final Path file;
    private long position;

    /** Starts at the beginning of a file. */
    public JournalTail(Path file) {
        this.file = file;
    }

    /**
     * Hands on the records that have become whole since the last call.
     *
     * @throws IOException if the file cannot be read
     */
    public void readOn(Consumer<JournalEntry> sink) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file).position(position);
                InputStream in = Channels.newInputStream(channel)) {
            JournalFormat.Lines lines = new JournalFormat.Lines(Integer.MAX_VALUE, (line, length) -> {
                position += length + 1L;
                record(line, length, sink);
            });
            lines.read(in);
        }
    }

    private static void record(byte[] bytes, int length, Consumer<JournalEntry> sink) {
        JournalEntry entry;
        try {
            JournalFormat.Line line = JournalFormat.decode(bytes, length);
            if (line.type().equals(JournalFormat.MAGIC)) {
                return;
            }
            entry = EntryCodec.decode(line);
        } catch (MalformedRecordException e) {
            return; // The judge will tell of it.
        }
        sink.accept(entry);
    }
}
