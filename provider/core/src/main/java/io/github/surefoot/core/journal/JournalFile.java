package io.github.surefoot.core.journal;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file of a journal, written so that it outlives what tests do to threads, files and descriptors. What was written
 * since the file was last found as it should be is kept in memory, to be written again where it did not arrive.
 */
final class JournalFile implements Closeable {
    /** A disk that takes nothing for so long takes nothing. */
    static final int MOST_UNWRITTEN = 64 << 20;

    /** How much is kept in memory at most while all is well. */
    static final int MOST_UNPROVEN = 1 << 18;

    private static final String LOST = "could not be written any more, as if its file descriptor had been closed";

    private final OpenFile file;
    private final byte[] head;
    private final ByteArrayOutputStream unproven = new ByteArrayOutputStream();
    private long proven;
    private long length;
    private @Nullable IOException behind;
    private @Nullable String news;
    private boolean closed;

    private JournalFile(OpenFile file, byte[] head) {
        this.file = file;
        this.head = head;
        this.proven = head.length;
        this.length = head.length;
    }

    /**
     * Creates the file.
     *
     * @param head what the rest could not be read without: it is restored even where other records are lost
     * @throws java.nio.file.FileAlreadyExistsException if there is such a file
     * @throws IOException if the head cannot be written; there is no file then
     */
    static JournalFile create(Path path, byte[] head, OpenFile.Opener opener) throws IOException {
        OpenFile file = OpenFile.create(path, opener);
        try {
            file.append(head);
        } catch (IOException e) {
            file.close();
            Files.deleteIfExists(path);
            throw e;
        }
        return new JournalFile(file, head);
    }

    Path path() {
        return file.path();
    }

    /**
     * Appends a record. One that cannot be written now is kept, and written by the next call that can.
     *
     * @throws IOException if far too much could not be written, or the file is closed
     */
    void append(byte[] record) throws IOException {
        if (closed) {
            throw new IOException("The journal is closed");
        }
        if (behind == null && !file.mayEndAt(length)) {
            proveOrFallBehind();
        }
        unproven.writeBytes(record);
        length += record.length;
        if (behind == null) {
            write(record);
        } else {
            catchUp();
        }
        if (behind == null && unproven.size() > MOST_UNPROVEN) {
            prove();
        }
        if (behind != null && unproven.size() > MOST_UNWRITTEN) {
            throw new IOException("Nothing can be written to " + path(), behind);
        }
    }

    private void write(byte[] record) {
        try {
            file.append(record);
        } catch (IOException e) {
            catchUp();
            if (behind == null) {
                news = LOST;
            }
        }
    }

    /** A record written behind a cut would leave a hole, and a file that looks whole from outside. */
    private void proveOrFallBehind() {
        try {
            prove();
        } catch (IOException e) {
            behind = e;
        }
    }

    /** Writes once more what did not arrive. Whoever asks for the fault still gets it. */
    private void catchUp() {
        try {
            file.reopenIfLost();
            file.writeAt(proven, unproven.toByteArray());
            behind = null;
        } catch (IOException e) {
            behind = e;
        }
    }

    /**
     * Makes sure that all of it is written.
     *
     * @throws IOException if it is not
     */
    void flush() throws IOException {
        if (behind != null) {
            catchUp();
        }
        if (behind != null) {
            throw behind;
        }
    }

    /**
     * Looks whether the file is there as it was written, and mends it if not.
     *
     * @return what was done to it since the last look, as the end of a sentence; empty if nothing
     * @throws IOException if it cannot be mended
     */
    Optional<String> look() throws IOException {
        prove();
        Optional<String> result = Optional.ofNullable(news);
        news = null;
        return result;
    }

    private void prove() throws IOException {
        if (behind != null) {
            catchUp();
        }
        OpenFile.Found found = file.find();
        if (found instanceof OpenFile.Found.Nothing) {
            restore("was deleted or renamed");
        } else if (found instanceof OpenFile.Found.Another) {
            restore("was replaced by another file");
        } else if (behind == null && found instanceof OpenFile.Found.Ours ours && ours.size() != length) {
            mend(ours.size());
        }
        if (behind == null) {
            proven = length;
            unproven.reset();
        }
    }

    private void restore(String what) throws IOException {
        length = file.restore(proven, unproven.toByteArray());
        behind = null;
        news = what;
    }

    private void mend(long size) throws IOException {
        if (size > length) {
            file.truncate(length);
            news = "got " + (size - length) + " bytes that are not its own";
        } else if (size == proven) {
            // The records since then went elsewhere: the descriptor was closed, and its number given to another file.
            catchUp();
            news = LOST;
        } else {
            long end = size > proven ? proven : cutOff(size);
            file.writeAt(end, unproven.toByteArray());
            length = end + unproven.size();
            news = "was cut off at " + size + " bytes";
        }
    }

    /** What is cut off is lost, but for the head and what is still in memory. The reader misses its numbers. */
    private long cutOff(long size) throws IOException {
        file.writeAt(0, head);
        if (size <= head.length) {
            return head.length;
        }
        file.writeAt(size, new byte[] {'\n'});
        return size + 1;
    }

    /**
     * Closes the file.
     *
     * @throws IOException if something of it could not be written
     */
    @Override
    public void close() throws IOException {
        try {
            flush();
        } finally {
            closed = true;
            file.close();
        }
    }
}
