package io.github.surefoot.maven.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one server, and a file beside it that its build has locked as long as it lives: the operating system
 * takes the lock from a build that is killed. The file is locked before the directory is made, so a directory whose file
 * nobody has locked is of a dead build, whatever its age.
 */
final class ServerHome implements AutoCloseable {
    private static final String PREFIX = "surefoot-postgres-";
    private static final String LOCK = ".lock";
    private static final int BYTES = 8;

    private final Path directory;
    private final FileChannel channel;

    private ServerHome(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** Makes one below a directory that all users may write to. */
    static ServerHome create(Path base) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path directory = base.resolve(prefix() + HexFormat.of().formatHex(random));
        FileChannel channel =
                FileChannel.open(lockOf(directory), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            channel.lock();
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return new ServerHome(directory, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            Files.deleteIfExists(lockOf(directory));
            throw e;
        }
    }

    /** Others' directories cannot be swept, and need not be looked at. */
    private static String prefix() {
        return PREFIX + System.getProperty("user.name").replaceAll("[^A-Za-z0-9]", "_") + "-";
    }

    private static Path lockOf(Path directory) {
        return directory.resolveSibling(directory.getFileName() + LOCK);
    }

    Path directory() {
        return directory;
    }

    /** Returns the directories of builds that have died, each locked now: close it when its server has been stopped. */
    static List<ServerHome> ofTheDead(Path base) throws IOException {
        List<ServerHome> dead = new ArrayList<>();
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(base, prefix() + "*" + LOCK)) {
            for (Path lock : locks) {
                String name = String.valueOf(lock.getFileName());
                @Nullable FileChannel channel = lockIfFree(lock);
                if (channel != null) {
                    dead.add(new ServerHome(base.resolve(name.substring(0, name.length() - LOCK.length())), channel));
                }
            }
        }
        return dead;
    }

    private static @Nullable FileChannel lockIfFree(Path file) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (NoSuchFileException e) {
            // Its build has just ended.
            return null;
        }
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // It is this Maven's own.
        }
        channel.close();
        return null;
    }

    /** Deletes it. */
    @Override
    public void close() throws IOException {
        try (channel) {
            delete();
            Files.deleteIfExists(lockOf(directory));
        }
    }

    private void delete() throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause() == null ? new IOException(e) : e.getCause();
        }
    }
}
