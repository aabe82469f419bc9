package io.github.surefoot.surefire;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
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
    private final Path file;
    private FileChannel channel;

    private RoundClaims(List<String> classes, Path file) throws IOException {
        this.file = file;
        for (String name : classes) {
            positions.putIfAbsent(name, positions.size());
        }
        channel = channel(file);
    }

    /**
     * Opens the claims of a run.
     *
     * @param plan the file that names the classes of one round, in an order that is the same for all workers
     */
    static RoundClaims open(Path plan) throws IOException {
        Path file = plan.resolveSibling(plan.getFileName() + ".claims");
        return new RoundClaims(Files.readAllLines(plan), file);
    }

    private static FileChannel channel(Path file) throws IOException {
        return new RandomAccessFile(file.toFile(), "rw").getChannel();
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
        long position = position(className);
        return uninterrupted(className, () -> {
            FileLock lock = channel.tryLock(position, Integer.BYTES, false);
            return lock == null ? null : claimed(lock, position);
        });
    }

    /** Claims the next round of a class as soon as no other worker runs it. */
    Claim claim(String className) {
        long position = position(className);
        Claim claim = uninterrupted(className, () -> claimed(channel.lock(position, Integer.BYTES, false), position));
        if (claim == null) {
            throw new IllegalStateException("A lock that is waited for is never refused");
        }
        return claim;
    }

    private interface Claiming {
        @Nullable
        Claim run() throws IOException;
    }

    /**
     * Claims whatever a test does to this thread: an interrupt, which is the test's own business, would close the
     * channel. No lock is lost with it, since a worker claims nothing while it runs a class.
     */
    private @Nullable Claim uninterrupted(String className, Claiming claiming) {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return claiming.run();
                } catch (ClosedByInterruptException | FileLockInterruptionException e) {
                    interrupted |= Thread.interrupted();
                    channel.close();
                    channel = channel(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot claim " + className, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
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
