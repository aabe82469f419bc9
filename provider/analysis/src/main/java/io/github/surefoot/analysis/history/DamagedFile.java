package io.github.surefoot.analysis.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Puts a damaged history aside, where it stays. */
final class DamagedFile {
    private static final List<String> COMPANIONS = List.of("-journal", "-wal", "-shm");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final long PAUSE_MILLIS = 20;

    private final Path file;

    DamagedFile(Path file) {
        this.file = file;
    }

    interface Work<T> {
        T run() throws IOException, SQLException;
    }

    /** Runs the work while no other build, and no other module of this one, does the same. */
    <T> T exclusively(Work<T> work) throws IOException, SQLException {
        Path lockFile = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = lock(channel)) {
            if (!lock.isValid()) {
                throw new IOException("The lock of " + lockFile + " was lost");
            }
            return work.run();
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        while (true) {
            FileLock lock = tryLock(channel);
            if (lock != null) {
                return lock;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("Interrupted while another build puts the history aside", e);
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // Another module of a parallel build, in this JVM, has it.
            return null;
        }
    }

    /**
     * Renames the file and what SQLite keeps beside it.
     *
     * @param damage what is wrong with it
     * @return what was done, for people
     */
    String setAside(String damage) throws IOException {
        Path aside = unused();
        for (String companion : COMPANIONS) {
            Path beside = file.resolveSibling(file.getFileName() + companion);
            if (Files.exists(beside)) {
                Files.move(beside, aside.resolveSibling(aside.getFileName() + companion));
            }
        }
        Files.move(file, aside);
        return "The history " + file + " is damaged (" + damage + "). It was set aside as " + aside.getFileName()
                + ", and a new one begins with this run. To look into it: sqlite3 " + aside + " .recover";
    }

    private Path unused() {
        String name = file.getFileName() + ".damaged-"
                + STAMP.format(Clock.systemUTC().instant().atZone(ZoneOffset.UTC));
        Path aside = file.resolveSibling(name);
        for (int number = 2; Files.exists(aside); number++) {
            aside = file.resolveSibling(name + "-" + number);
        }
        return aside;
    }
}
