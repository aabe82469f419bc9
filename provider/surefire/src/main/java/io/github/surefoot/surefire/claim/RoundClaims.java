package io.github.surefoot.surefire.claim;

import io.github.surefoot.core.protocol.PlanDirectory;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that workers, which take the classes of all rounds from one plan, never run a class in two workers at
 * once, and each class once a round.
 *
 * <p>A file has four bytes for each class: in how many rounds it was taken up. A worker locks those bytes while it runs
 * the class. The operating system frees the lock of a worker that dies.
 */
public final class RoundClaims implements AutoCloseable {
    private final List<String> classes;
    private final Map<String, Integer> positions = new HashMap<>();
    private final Path file;
    private FileChannel channel;

    private RoundClaims(List<String> classes, Path file) throws IOException {
        this.classes = List.copyOf(classes);
        for (String name : classes) {
            positions.putIfAbsent(name, positions.size());
        }
        this.file = file;
        channel = channel(file);
    }

    /**
     * Opens the claims of a run.
     *
     * @param plan the file that names the classes of one round, in an order that is the same for all workers
     */
    public static RoundClaims open(Path plan) throws IOException {
        return new RoundClaims(Files.readAllLines(plan), PlanDirectory.claims(plan));
    }

    @SuppressWarnings("resource") // The channel outlives this method, and closing it closes the file.
    private static FileChannel channel(Path file) throws IOException {
        return new RandomAccessFile(file.toFile(), "rw").getChannel();
    }

    /** What becomes of a wish to run a class in a round. */
    sealed interface Answer {}

    /**
     * The class is this worker's until the claim is closed. It counts as run in the round only when it is taken up: a
     * worker that dies before leaves it to others.
     */
    record Claim(FileLock lock) implements Answer, AutoCloseable {
        @Override
        public void close() throws IOException {
            lock.close();
        }
    }

    /** Another worker is running the class, in this round or in the one before. */
    record Busy() implements Answer {}

    /** Another worker has taken up the class in this round. */
    record Gone() implements Answer {}

    /** Returns the classes of a round, as planned. */
    public List<String> classes() {
        return classes;
    }

    /** Returns the first round in which a class is left that no worker has taken up; 1 more than all if there is none. */
    public int firstOpenRound(int rounds) {
        // Every fork asks this before it does anything else: one read, whatever the number of classes.
        IntBuffer counts = uninterrupted("the plan", this::counts).asIntBuffer();
        int least = rounds;
        while (counts.hasRemaining()) {
            least = Math.min(least, counts.get());
        }
        return least + 1;
    }

    /** Reads the counts of all classes; 0 behind the end of the file, which is that of the last class taken up. */
    private ByteBuffer counts() throws IOException {
        ByteBuffer counts = ByteBuffer.allocate(positions.size() * Integer.BYTES);
        while (counts.hasRemaining() && channel.read(counts, counts.position()) >= 0) {
            // A read may return less than there is.
        }
        return counts.clear();
    }

    /** Tells whether no worker has taken up a class in a round. */
    public boolean isOpen(String className, int round) {
        return rounds(className) < round;
    }

    /**
     * Notes that a class is taken up in a round, by the worker that has a claim to it, or by the only one. A class that
     * is not in the plan is no matter of this run.
     */
    public void take(String className, int round) {
        if (positions.containsKey(className)) {
            ByteBuffer count = ByteBuffer.allocate(Integer.BYTES).putInt(0, round);
            uninterrupted(className, () -> channel.write(count.rewind(), position(className)));
        }
    }

    /** Claims a class for a round, unless another worker has it. */
    Answer tryClaim(String className, int round) {
        if (!isOpen(className, round)) {
            return new Gone();
        }
        long position = position(className);
        return uninterrupted(className, () -> {
            try {
                @Nullable FileLock lock = channel.tryLock(position, Integer.BYTES, false);
                return lock == null ? new Busy() : claimed(lock, className, round);
            } catch (OverlappingFileLockException e) {
                return new Busy(); // Another worker in this JVM, as in tests.
            }
        });
    }

    /** Claims a class for a round as soon as no worker runs it; it may turn out to be gone. */
    Answer claim(String className, int round) {
        long position = position(className);
        return uninterrupted(className, () -> claimed(channel.lock(position, Integer.BYTES, false), className, round));
    }

    private interface FileAction<T> {
        T run() throws IOException;
    }

    /**
     * Works on the file whatever a test does to this thread: an interrupt, which is the test's own business, would
     * close the channel. A lock may be lost with it: only while its class is noted as taken up, and then all that
     * others may do is to run the class in the next round beside it.
     */
    private <T> T uninterrupted(String what, FileAction<T> action) {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return action.run();
                } catch (ClosedByInterruptException | FileLockInterruptionException e) {
                    interrupted |= Thread.interrupted();
                    channel.close();
                    channel = channel(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot share " + what + " with the other workers", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Answer claimed(FileLock lock, String className, int round) throws IOException {
        if (!isOpen(className, round)) {
            lock.close();
            return new Gone();
        }
        return new Claim(lock);
    }

    private int rounds(String className) {
        return uninterrupted(className, () -> {
            ByteBuffer count = ByteBuffer.allocate(Integer.BYTES);
            return channel.read(count, position(className)) < Integer.BYTES ? 0 : count.getInt(0);
        });
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
