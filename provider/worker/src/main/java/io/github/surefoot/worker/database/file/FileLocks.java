package io.github.surefoot.worker.database.file;

import io.github.surefoot.core.process.OwnTimeLimit;
import io.github.surefoot.worker.database.fault.Backoff;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Locks between processes. The operating system gives a lock free when its process dies, so a lock tells whether an
 * owner is alive, whatever its age.
 *
 * <p>A POSIX lock belongs to the process, and closing <em>any</em> descriptor of the file gives it up. So a file that
 * this JVM holds is never opened a second time; that is a fact of the process, hence the one static set.
 */
public final class FileLocks {
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();
    private static final Set<StandardOpenOption> OPEN =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);

    private FileLocks() {}

    /**
     * A lock that is held until closed.
     *
     * @param file what is locked
     * @param channel the open file
     */
    public record Held(Path file, FileChannel channel) implements Closeable {
        @Override
        public void close() throws IOException {
            try {
                channel.close();
            } finally {
                HELD.remove(file);
            }
        }
    }

    /** Takes the lock if nobody has it. */
    public static Optional<Held> tryLock(Path file) throws IOException {
        Path key = file.toAbsolutePath().normalize();
        if (!HELD.add(key)) {
            return Optional.empty();
        }
        boolean taken = false;
        try {
            FileChannel channel = FileChannel.open(key, OPEN);
            try {
                FileLock lock = channel.tryLock();
                taken = lock != null;
                return taken ? Optional.of(new Held(key, channel)) : Optional.empty();
            } catch (OverlappingFileLockException e) {
                // Held by a copy of this class in another class loader of this JVM.
                return Optional.empty();
            } finally {
                if (!taken) {
                    channel.close();
                }
            }
        } finally {
            if (!taken) {
                HELD.remove(key);
            }
        }
    }

    /**
     * Takes the lock, waiting for it.
     *
     * @param limit how long to wait, in this JVM's own time: a machine that is busy gives all of them more
     * @throws IOException if others hold it beyond the limit
     */
    public static Held lock(Path file, Duration limit) throws IOException, InterruptedException {
        Backoff backoff =
                new Backoff(Duration.ofMillis(2), LONGEST_PAUSE, Backoff.usual().random());
        OwnTimeLimit left = new OwnTimeLimit(limit, LONGEST_PAUSE);
        for (int attempt = 1; ; attempt++) {
            Optional<Held> held = tryLock(file);
            if (held.isPresent()) {
                return held.get();
            } else if (left.isOver()) {
                throw new IOException("Another process has held the lock " + file + " for more than "
                        + limit.toSeconds() + " s. If no build is running there, delete the file.");
            }
            backoff.await(attempt);
        }
    }
}
