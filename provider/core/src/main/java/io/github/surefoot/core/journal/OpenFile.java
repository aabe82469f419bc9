package io.github.surefoot.core.journal;

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
import org.jspecify.annotations.Nullable;

/**
 * A file and the descriptor it is written through, which tests can part from each other.
 *
 * <p>Not a {@link java.nio.channels.FileChannel}: a test that interrupts its thread would close it.
 */
final class OpenFile implements Closeable {
    /** Opens a file for reading and writing. */
    interface Opener {
        Opener DISK = path -> new RandomAccessFile(path.toFile(), "rw");

        RandomAccessFile open(Path path) throws IOException;
    }

    /** What is found at the path. */
    sealed interface Found {
        record Nothing() implements Found {}

        record Another() implements Found {}

        record Ours(long size) implements Found {}
    }

    private static final int CHUNK = 1 << 16;

    private final Path path;
    private final Opener opener;
    private final List<RandomAccessFile> abandoned = new ArrayList<>(0);
    private RandomAccessFile out;
    private @Nullable Object key;

    private OpenFile(Path path, Opener opener) throws IOException {
        this.path = path;
        this.opener = opener;
        this.out = opener.open(path);
        this.key = attributes().fileKey();
    }

    /**
     * Creates the file.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is such a file
     */
    static OpenFile create(Path path, Opener opener) throws IOException {
        Files.createFile(path);
        return new OpenFile(path, opener);
    }

    Path path() {
        return path;
    }

    /** Looks what is at the path now. */
    Found find() throws IOException {
        try {
            BasicFileAttributes there = attributes();
            return Objects.equals(key, there.fileKey()) ? new Found.Ours(there.size()) : new Found.Another();
        } catch (NoSuchFileException e) {
            return new Found.Nothing();
        }
    }

    /** Tells whether the descriptor's file has this length, as far as it can be told: writing to a lost one fails too. */
    boolean mayEndAt(long length) {
        try {
            return out.length() == length;
        } catch (IOException e) {
            return true;
        }
    }

    /** Writes where the last writing ended. */
    void append(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    void writeAt(long position, byte[] bytes) throws IOException {
        out.seek(position);
        out.write(bytes);
    }

    /** Cuts off what others wrote behind the end of the last writing. */
    void truncate(long length) throws IOException {
        out.setLength(length);
    }

    /**
     * Opens the file again if the descriptor is no longer its own: a test may have closed it behind our back, and the
     * system have given its number to another file since.
     *
     * @throws IOException if another file is at the path
     */
    void reopenIfLost() throws IOException {
        if (descriptorIsOurs()) {
            return;
        }
        if (!(find() instanceof Found.Ours)) {
            throw new IOException(path + " is another file now");
        }
        // Never closed, nor left to the garbage collector, which would: its number may be that of another file by now.
        abandoned.add(out);
        out = opener.open(path);
    }

    private boolean descriptorIsOurs() {
        try {
            return out.length() == attributes().size();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Puts the file back in its place. What was deleted or renamed can still be read through the descriptor it was
     * written with.
     *
     * @param kept how many bytes to take from there
     * @param rest what comes after them
     * @return the length of the file
     */
    long restore(long kept, byte[] rest) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        Path part = path.resolveSibling(path.getFileName() + ".part");
        try (OutputStream to = new FileOutputStream(part.toFile())) {
            copy(kept, to);
            to.write(rest);
        }
        Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        RandomAccessFile restored = opener.open(path);
        out.close();
        out = restored;
        key = attributes().fileKey();
        long length = out.length();
        out.seek(length);
        return length;
    }

    private void copy(long length, OutputStream to) throws IOException {
        out.seek(0);
        byte[] chunk = new byte[CHUNK];
        int read = 0;
        for (long left = length; left != 0 && read >= 0; left -= read) {
            read = out.read(chunk, 0, (int) Math.min(CHUNK, left));
            to.write(chunk, 0, Math.max(read, 0));
        }
    }

    private BasicFileAttributes attributes() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
