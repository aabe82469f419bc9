package io.github.surefoot.worker.database.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The fresh directory in which one worker keeps its databases, each under a name that is never used again: a stale
 * {@code -wal} or {@code -journal} would make foreign rows of a new copy. A lock says whose it is.
 *
 * <pre>
 * workers/lock              held while a home is made or swept
 * workers/r1w2-8341…/owner  held by the worker as long as it lives
 * workers/r1w2-8341…/17.db  its seventeenth database
 * </pre>
 *
 * <p>A directory for each database would be tidier, and slow: to remove a directory took ext4 a millisecond, and a
 * hundred at worst, where to delete a file took a thirtieth of one.
 */
public final class WorkerHome {
    private static final String OWNER = "owner";
    private static final Duration LOCK_LIMIT = Duration.ofSeconds(30);

    private final Path directory;
    private final FileLocks.Held owner;
    private final AtomicInteger last = new AtomicInteger();

    private WorkerHome(Path directory, FileLocks.Held owner) {
        this.directory = directory;
        this.owner = owner;
    }

    /** What a sweep did: homes deleted, and those of dead workers that could not be. */
    public record Sweep(int swept, List<String> stuck) {}

    /**
     * Makes a new home.
     *
     * @param root the directory {@code workers}; made if missing
     * @param label the worker's name, the beginning of the directory's
     */
    @SuppressWarnings("try") // The lock is held, not used.
    public static WorkerHome create(Path root, String label) throws IOException, InterruptedException {
        Files.createDirectories(root);
        try (FileLocks.Held unused = FileLocks.lock(root.resolve("lock"), LOCK_LIMIT)) {
            Path directory = Files.createTempDirectory(root, label + "-");
            FileLocks.Held owner = FileLocks.tryLock(directory.resolve(OWNER))
                    .orElseThrow(() -> new IOException("The new directory " + directory + " has an owner already"));
            return new WorkerHome(directory, owner);
        }
    }

    /** Deletes the homes below the root whose worker is dead: its lock is free, whatever their age. */
    @SuppressWarnings("try") // The lock is held, not used.
    public static Sweep sweep(Path root) throws IOException, InterruptedException {
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
            return new Sweep(0, List.of());
        }
        int swept = 0;
        List<String> stuck = new ArrayList<>();
        try (FileLocks.Held unused = FileLocks.lock(root.resolve("lock"), LOCK_LIMIT);
                DirectoryStream<Path> homes = Files.newDirectoryStream(root, WorkerHome::isHome)) {
            for (Path home : homes) {
                try {
                    swept += sweepOne(home) ? 1 : 0;
                } catch (IOException e) {
                    stuck.add(home + ": " + e.getMessage());
                }
            }
        }
        return new Sweep(swept, List.copyOf(stuck));
    }

    private static boolean isHome(Path path) {
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                && path.getFileName().toString().matches("[A-Za-z0-9]+-\\d+");
    }

    @SuppressWarnings("try") // The lock is held, not used.
    private static boolean sweepOne(Path home) throws IOException, InterruptedException {
        Optional<FileLocks.Held> dead = FileLocks.tryLock(home.resolve(OWNER));
        if (dead.isEmpty()) {
            return false;
        }
        try (FileLocks.Held unused = dead.get()) {
            FileTrees.delete(home);
        }
        return true;
    }

    /** Returns where this home is. */
    public Path directory() {
        return directory;
    }

    /**
     * Returns where one more database may be made: a path that was never one before.
     *
     * @param suffix what its name ends with: {@code .db}
     */
    public Path freshFile(String suffix) {
        return directory.resolve(last.incrementAndGet() + suffix);
    }

    /**
     * Gives this home up.
     *
     * @param delete whether to delete it; false leaves it to the next sweep, because something in it is still open
     */
    @SuppressWarnings("try") // The lock is held, not used.
    public void close(boolean delete) throws IOException, InterruptedException {
        try (FileLocks.Held unused = owner) {
            if (delete) {
                FileTrees.delete(directory);
            }
        }
    }
}
