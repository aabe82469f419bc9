package io.github.surefoot.maven.round;

import io.github.surefoot.core.file.MachineDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps builds apart that would write into one module's {@code target/surefoot} at the same time. The operating system
 * takes the lock from a build that is killed; the file stays, since to delete it would let two builds hold two files of
 * one name. It lies outside {@code target}, where {@code mvn clean} would do just that.
 */
public final class ModuleLock implements AutoCloseable {
    /** Beyond what is in the file, so that others can read who holds it: Windows refuses to read what is locked. */
    private static final long LOCKED_BYTE = 1L << 40;

    private static final int MOST_BYTES = 100;
    private static final Pattern HOLDER = Pattern.compile("(\\d{1,18}) (\\d{1,18})\\n");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Path file;
    private final @Nullable FileChannel channel;

    private ModuleLock(Path file, @Nullable FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock, and waits for the build that holds it. Where no file can be made, as on a disk that is only to be
     * read, there is no lock, and no reason not to run: nothing of the verdict is kept there.
     *
     * @param file the file; it is made if it is not there
     * @param log is told of a wait, once, and if there is no lock
     * @throws IOException if the file cannot be locked, or this very Maven holds it already
     */
    public static ModuleLock take(Path file, Consumer<String> log) throws IOException {
        FileChannel channel;
        try {
            channel = open(file);
        } catch (FileSystemException e) {
            log.accept("Surefoot: no other build waits for this one to end, for " + file + " cannot be made: "
                    + e.getMessage());
            return new ModuleLock(file, null);
        }
        try {
            lock(channel, log);
            write(channel);
            return new ModuleLock(file, channel);
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IOException("this Maven already runs the tests of this module; its lock is " + file, e);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FileChannel open(Path file) throws IOException {
        MachineDirectory.ensure(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static void lock(FileChannel channel, Consumer<String> log) throws IOException {
        @Nullable FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
        if (lock == null) {
            log.accept("Surefoot: another build runs the tests of this module" + holder(channel)
                    + ". This one goes on when that has ended.");
            lock = channel.lock(LOCKED_BYTE, 1, false);
        }
        if (!lock.isValid()) {
            throw new IOException("the lock was lost");
        }
    }

    private static String holder(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MOST_BYTES);
        channel.read(bytes, 0);
        Matcher holder =
                HOLDER.matcher(StandardCharsets.US_ASCII.decode(bytes.flip()).toString());
        if (!holder.matches()) {
            // It has the lock and has not yet written who it is.
            return "";
        }
        Instant since = Instant.ofEpochMilli(Long.parseLong(holder.group(2)));
        return ": process " + holder.group(1) + ", since " + TIME.format(since.atZone(ZoneId.systemDefault()));
    }

    private static void write(FileChannel channel) throws IOException {
        String holder = ProcessHandle.current().pid() + " " + System.currentTimeMillis() + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.US_ASCII)), 0);
    }

    /** Returns the file. */
    public Path file() {
        return file;
    }

    /** Lets the next build go on. */
    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
