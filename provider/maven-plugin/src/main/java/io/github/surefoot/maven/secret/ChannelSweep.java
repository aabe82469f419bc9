package io.github.surefoot.maven.secret;

import io.github.surefoot.core.protocol.SecretsDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes away what killed builds of this user left, told by its lock, never by its age. */
final class ChannelSweep {
    private static final Pattern NAME =
            Pattern.compile("(" + SecretsDirectory.PREFIX + "|" + ChannelDirectory.UNFINISHED + ")(\\d{1,18})-.*");

    private final UserPrincipal user;

    private ChannelSweep(UserPrincipal user) {
        this.user = user;
    }

    /**
     * Sweeps a directory.
     *
     * @param base what several builds use
     * @param own something of this user's, to know others' directories by
     * @return the directories that were taken away
     * @throws IOException if the base cannot be listed
     */
    static List<Path> sweep(Path base, Path own) throws IOException {
        ChannelSweep sweep = new ChannelSweep(Files.getOwner(own));
        List<Path> swept = new ArrayList<>();
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(base, "surefoot-*")) {
            for (Path directory : directories) {
                if (sweep.isLeft(directory)) {
                    swept.add(directory);
                }
            }
        }
        return swept;
    }

    /** Tells whether a dead build had left this directory, which is deleted then. */
    private boolean isLeft(Path directory) throws IOException {
        Matcher name = NAME.matcher(directory.getFileName().toString());
        if (!name.matches() || !isOurs(directory)) {
            return false;
        }
        long pid = Long.parseLong(name.group(2));
        // Closing any channel on a file gives up all locks that this process has on it: leave our own alone.
        if (pid == ProcessHandle.current().pid()) {
            return false;
        }
        boolean unfinished = name.group(1).equals(ChannelDirectory.UNFINISHED);
        return unfinished ? deleteIfDead(directory, pid) : deleteIfUnlocked(directory);
    }

    private boolean isOurs(Path directory) throws IOException {
        try {
            return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                    && Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(user);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static boolean deleteIfDead(Path directory, long pid) throws IOException {
        if (ProcessHandle.of(pid).isPresent()) {
            return false;
        }
        deleteTree(directory);
        return true;
    }

    private static boolean deleteIfUnlocked(Path directory) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(directory.resolve(SecretsDirectory.LOCK), StandardOpenOption.WRITE);
                @Nullable FileLock lock = channel.tryLock()) {
            if (lock == null) {
                return false;
            }
            deleteTree(directory);
        } catch (NoSuchFileException e) {
            // Another sweep, or its own build, is deleting it right now.
            deleteTree(directory);
        }
        return true;
    }

    /** Deletes a directory of files; the lock goes last, so that no one takes what is half deleted for abandoned. */
    static void deleteTree(Path directory) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(directory, file -> !file.endsWith(SecretsDirectory.LOCK))) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            return;
        }
        Files.deleteIfExists(directory.resolve(SecretsDirectory.LOCK));
        Files.deleteIfExists(directory);
    }
}
