package io.github.surefoot.worker.database.engine.sqlite;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Asks the file system by trying: rights, bytes, inodes and descriptors cannot be known otherwise. */
final class FileSystemProbe {
    /** Less free than this is full: SQLite itself needs a page or two more than the copy. */
    private static final long FULL_BELOW_BYTES = 64 * 1024;

    private FileSystemProbe() {}

    static boolean exists(Path file) {
        return Files.exists(file);
    }

    static boolean readableAndWritable(Path file) {
        return Files.isReadable(file) && Files.isWritable(file);
    }

    /** Returns the topmost directory of the path that is not there; null if all are. */
    static @Nullable Path firstMissing(@Nullable Path directory) {
        Path missing = null;
        for (Path at = directory == null ? null : directory.toAbsolutePath();
                at != null && !Files.exists(at);
                at = at.getParent()) {
            missing = at;
        }
        return missing;
    }

    /** Tries to create a file next to this one; UNKNOWN if that works. */
    static SqliteFault creating(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null) {
            return SqliteFault.UNKNOWN;
        }
        try {
            Path probe = Files.createTempFile(directory, "p", null);
            try {
                return usableSpace(directory) < FULL_BELOW_BYTES ? SqliteFault.DISK_FULL : SqliteFault.UNKNOWN;
            } finally {
                Files.delete(probe);
            }
        } catch (FileSystemException e) {
            return ofReason(e, file);
        } catch (IOException e) {
            return SqliteFault.UNKNOWN;
        }
    }

    /** Reads the reason that the operating system gave; the JDK passes it on as English text only. */
    static SqliteFault ofReason(FileSystemException e, Path file) {
        String reason = String.valueOf(e.getReason()).toLowerCase(Locale.ROOT);
        if (e instanceof AccessDeniedException
                || reason.contains("read-only file system")
                || reason.contains("not permitted")) {
            return Files.exists(file) && !readableAndWritable(file)
                    ? SqliteFault.FILE_NOT_WRITABLE
                    : SqliteFault.DIRECTORY_NOT_WRITABLE;
        } else if (reason.contains("no space left") || reason.contains("quota")) {
            return usableSpace(file) < FULL_BELOW_BYTES ? SqliteFault.DISK_FULL : SqliteFault.NO_INODES;
        } else if (reason.contains("too many open files")) {
            return SqliteFault.TOO_MANY_OPEN_FILES;
        } else if (reason.contains("name too long")) {
            return SqliteFault.PATH_TOO_LONG;
        }
        return SqliteFault.UNKNOWN;
    }

    /** Returns the free bytes of the file system; the largest number if that cannot be found out. */
    static long usableSpace(Path near) {
        for (Path at = near.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                try {
                    return Files.getFileStore(at).getUsableSpace();
                } catch (IOException e) {
                    return Long.MAX_VALUE;
                }
            }
        }
        return Long.MAX_VALUE;
    }

    /** Tells whether this process can open no further file, by opening one. */
    @SuppressWarnings("try") // To open it is the question.
    static boolean outOfDescriptors() {
        try (var unused = Files.newDirectoryStream(Path.of("/"))) {
            return false;
        } catch (FileSystemException e) {
            return String.valueOf(e.getReason()).toLowerCase(Locale.ROOT).contains("too many open files");
        } catch (IOException e) {
            return false;
        }
    }
}
