package io.github.surefoot.surefire;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that warm workers, which take the classes of all rounds from one queue, never run a class in two workers
 * at once, and each class once a round.
 *
 * <p>A file has four bytes for each class: how many rounds of it were claimed. A worker locks those bytes while it runs
 * the class. The operating system frees the lock of a worker that dies.
 */
final class RoundClaims implements AutoCloseable {
    private final Map<String, Integer> positions = new HashMap<>();
    private final FileChannel channel;

    private RoundClaims(List<String> classes, FileChannel channel) {
        for (String name : classes) {
            positions.putIfAbsent(name, positions.size());
        }
        this.channel = channel;
    }

    /**
     * Opens the claims of a run.
     *
     * @param plan the file that names the classes of one round, in an order that is the same for all workers
     */
    static RoundClaims open(Path plan) throws IOException {
        Path file = plan.resolveSibling(plan.getFileName() + ".claims");
        RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw");
        return new RoundClaims(Files.readAllLines(plan), access.getChannel());
    }

    /** A class that this worker may run now, in a round. */
    record Claim(int round, FileLock lock) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            lock.close();
        }
    }

    /** Claims the next round of a class, or returns null while another worker runs it. */
    @Nullable
    Claim tryClaim(String className) {
        try {
            long position = position(className);
            FileLock lock = channel.tryLock(position, Integer.BYTES, false);
            return lock == null ? null : claimed(lock, position);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot claim " + className, e);
        }
    }

    /** Claims the next round of a class as soon as no other worker runs it. */
    Claim claim(String className) {
        try {
            long position = position(className);
            return claimed(channel.lock(position, Integer.BYTES, false), position);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot claim " + className, e);
        }
    }

    private Claim claimed(FileLock lock, long position) throws IOException {
        ByteBuffer count = ByteBuffer.allocate(Integer.BYTES);
        int round = channel.read(count, position) < Integer.BYTES ? 1 : count.getInt(0) + 1;
        channel.write(ByteBuffer.allocate(Integer.BYTES).putInt(0, round), position);
        return new Claim(round, lock);
    }

    private long position(String className) {
        Integer index = positions.get(className);
        if (index == null) {
            throw new IllegalStateException("Class " + className + " is not in the plan of this run");
        }
        return (long) index * Integer.BYTES;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
