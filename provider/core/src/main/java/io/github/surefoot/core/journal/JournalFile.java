package io.github.surefoot.core.journal;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The file of a journal, written so that it outlives what tests do to threads, files and descriptors.
 *
 * <p>Not a {@link java.nio.channels.FileChannel}: a test that interrupts its thread would close it. What was written
 * since the file was last found as it should be is kept in memory, to be written again where it did not arrive.
 */
final class JournalFile implements Closeable {
    /** A disk that takes nothing for so long takes nothing. */
    private static final int MOST_UNWRITTEN = 64 << 20;

    /** How much is kept in memory at most while all is well. */
    private static final int MOST_UNPROVEN = 1 << 18;

    private static final int CHUNK = 1 << 16;

    private final Path path;
    private final ByteArrayOutputStream unproven = new ByteArrayOutputStream();
    private final List<RandomAccessFile> abandoned = new ArrayList<>(0);
    private RandomAccessFile out;
    private byte[] head = new byte[0];
    private @Nullable Object key;
    private long proven;
    private long length;
    private @Nullable IOException behind;
    private @Nullable String news;
    private boolean closed;

    private JournalFile(Path path, RandomAccessFile out, @Nullable Object key) {
        this.path = path;
        this.out = out;
        this.key = key;
    }

    /**
     * Creates the file.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is such a file
     */
    static JournalFile create(Path path) throws IOException {
        Files.createFile(path);
        RandomAccessFile out = new RandomAccessFile(path.toFile(), "rw");
        return new JournalFile(path, out, attributes(path).fileKey());
    }

    Path path() {
        return path;
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
        if (behind == null && !inPlace()) {
            proveOrFallBehind();
        }
        unproven.writeBytes(record);
        length += record.length;
        if (behind != null) {
            catchUp();
            if (unproven.size() > MOST_UNWRITTEN) {
                throw new IOException("Nothing can be written to " + path, behind);
            }
            return;
        }
        try {
            out.write(record);
        } catch (IOException e) {
            behind = e;
            catchUp();
            if (behind == null) {
                news = "could not be written any more, as if its file descriptor had been closed";
            }
        }
        if (behind == null && unproven.size() > MOST_UNPROVEN) {
            prove();
        }
    }

    /** A record written behind a cut would leave a hole, and a file that looks whole from outside. */
    private boolean inPlace() {
        try {
            return out.length() == length;
        } catch (IOException e) {
            // The write that follows fails as well, and is done again with another descriptor.
            return true;
        }
    }

    private void proveOrFallBehind() {
        try {
            prove();
        } catch (IOException e) {
            behind = e;
        }
    }

    /** Takes what was appended so far for the head, without which the rest could not be read: it is never lost. */
    void markHead() {
        head = unproven.toByteArray();
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

    /** Closes and deletes the file. */
    void discard() throws IOException {
        closed = true;
        out.close();
        Files.deleteIfExists(path);
    }

    /** Writes once more what did not arrive. Whoever asks for the fault still gets it. */
    private void catchUp() {
        try {
            if (!descriptorIsOurs()) {
                reopen();
            }
            out.seek(proven);
            out.write(unproven.toByteArray());
            behind = null;
        } catch (IOException e) {
            behind = e;
        }
    }

    /** A test may have closed it behind our back, and the system have given its number to another file since. */
    private boolean descriptorIsOurs() {
        try {
            return out.length() == attributes(path).size();
        } catch (IOException e) {
            return false;
        }
    }

    private void reopen() throws IOException {
        if (!Objects.equals(key, attributes(path).fileKey())) {
            throw new IOException(path + " is another file now");
        }
        // Never closed, nor left to the garbage collector, which would: its number may be that of another file by now.
        abandoned.add(out);
        out = new RandomAccessFile(path.toFile(), "rw");
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
        @Nullable BasicFileAttributes there = attributesIfThere();
        if (there == null) {
            restore("was deleted or renamed");
        } else if (!Objects.equals(key, there.fileKey())) {
            restore("was replaced by another file");
        } else if (behind == null && there.size() != length) {
            mend(there.size());
        }
        if (behind == null) {
            proven = length;
            unproven.reset();
        }
    }

    /** What was deleted or renamed can still be read through the descriptor it was written with. */
    private void restore(String what) throws IOException {
        @Nullable Path directory = path.getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try (OutputStream to = new FileOutputStream(part.toFile())) {
            out.seek(0);
            byte[] chunk = new byte[CHUNK];
            for (long left = proven; left > 0; ) {
                int read = out.read(chunk, 0, (int) Math.min(chunk.length, left));
                if (read < 0) {
                    break;
                }
                to.write(chunk, 0, read);
                left -= read;
            }
            to.write(unproven.toByteArray());
        }
        Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        RandomAccessFile restored = new RandomAccessFile(path.toFile(), "rw");
        out.close();
        out = restored;
        key = attributes(path).fileKey();
        length = out.length();
        out.seek(length);
        behind = null;
        news = what;
    }

    private void mend(long size) throws IOException {
        if (size > length) {
            out.setLength(length);
            out.seek(length);
            news = "got " + (size - length) + " bytes that are not its own";
        } else if (size == proven) {
            // The records since then went elsewhere: the descriptor was closed, and its number given to another file.
            catchUp();
            news = "could not be written any more, as if its file descriptor had been closed";
        } else {
            if (size > proven) {
                out.setLength(proven);
                out.seek(proven);
            } else {
                cutOff(size);
            }
            out.write(unproven.toByteArray());
            length = out.getFilePointer();
            news = "was cut off at " + size + " bytes";
        }
    }

    /** What is cut off is lost, but for the head and what is still in memory. The reader misses its numbers. */
    private void cutOff(long size) throws IOException {
        long end = Math.max(size, head.length);
        out.seek(0);
        out.write(head);
        out.seek(end);
        if (end > head.length) {
            out.write('\n');
        }
    }

    private @Nullable BasicFileAttributes attributesIfThere() throws IOException {
        try {
            return attributes(path);
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
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
            out.close();
        }
    }
}
