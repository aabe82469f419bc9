package io.github.surefoot.maven.secret;

import io.github.surefoot.core.protocol.SecretsDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * A fresh directory that its owner alone may enter, with a lock on it for as long as this build lives. What a killed
 * build leaves, {@link ChannelSweep} takes away, since its lock is free then.
 */
final class ChannelDirectory implements AutoCloseable {
    static final String UNFINISHED = "surefoot-unlocked-";

    private final Path directory;
    private final FileChannel channel;
    private final Thread hook;

    private ChannelDirectory(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
        this.hook = new Thread(this::deleteAtTheEnd, "surefoot-secrets");
    }

    /**
     * Creates one.
     *
     * @param base where; exists
     * @throws IOException if that cannot be done there
     */
    static ChannelDirectory create(Path base) throws IOException {
        long pid = ProcessHandle.current().pid();
        Path unlocked = Files.createTempDirectory(base, UNFINISHED + pid + "-", ownerOnly(base));
        FileChannel channel = FileChannel.open(
                unlocked.resolve(SecretsDirectory.LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw new IOException(
                    unlocked.resolve(SecretsDirectory.LOCK) + " is new, and yet another process has locked it");
        }
        // Under its final name it is never seen without a lock, so a sweep cannot take it for a dead build's.
        String suffix = unlocked.getFileName().toString().substring(UNFINISHED.length());
        Path directory = Files.move(unlocked, unlocked.resolveSibling(SecretsDirectory.PREFIX + suffix));
        ChannelDirectory created = new ChannelDirectory(directory, channel);
        Runtime.getRuntime().addShutdownHook(created.hook);
        return created;
    }

    Path resolve(String name) {
        return directory.resolve(name);
    }

    private static FileAttribute<?>[] ownerOnly(Path base) {
        return base.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * Deletes the directory with all that is in it.
     *
     * @throws IOException if something is left
     */
    @Override
    public void close() throws IOException {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending, and the hook finds nothing left to do.
            return;
        }
    }

    private void delete() throws IOException {
        ChannelSweep.deleteTree(directory);
        channel.close();
    }

    /** For a JVM that is being stopped; what is left then is swept at the next start. */
    private void deleteAtTheEnd() {
        try {
            delete();
        } catch (IOException e) {
            throw new UncheckedIOException(directory + " is left, and is swept when Surefoot is next started", e);
        }
    }
}
