package io.github.surefoot.worker.database.engine.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** Puts what is known about a fault into words: the first half of a message. */
final class SqliteFindings {
    private SqliteFindings() {}

    static String about(SqliteFault fault, Path file) {
        Path directory = file.toAbsolutePath().getParent();
        return switch (fault) {
            case PARENT_MISSING -> "The directory " + FileSystemProbe.firstMissing(directory) + " does not exist";
            case FILE_MISSING -> "The database file does not exist";
            case DELETED_UNDER_US ->
                "The database was deleted or moved while a connection was open"
                        + missing(FileSystemProbe.firstMissing(directory));
            case DIRECTORY_NOT_WRITABLE ->
                "No file can be created in " + rights(directory) + ", as user " + System.getProperty("user.name");
            case FILE_NOT_WRITABLE ->
                "The user " + System.getProperty("user.name") + " may not read and write " + rights(file);
            case DISK_FULL ->
                "The file system has " + FileSystemProbe.usableSpace(file) + " bytes left, too few for the database";
            case NO_INODES -> "No file can be created though " + FileSystemProbe.usableSpace(file) + " bytes are free";
            case TOO_MANY_OPEN_FILES -> "This process has as many files open as it may";
            case PATH_TOO_LONG ->
                "The path has " + SqliteDiagnoser.bytes(file) + " bytes; with '-journal' SQLite takes at most "
                        + SqliteDiagnoser.MAX_PATH_BYTES;
            case TEMP_DIRECTORY_NOT_WRITABLE -> "SQLite found no directory for a temporary file";
            case NATIVE_DIRECTORY_UNUSABLE -> "The native library of SQLite could not be written or loaded";
            case NATIVE_LIBRARY_DAMAGED -> "The native library of SQLite was changed after it was written";
            case NATIVE_ACCESS_DENIED -> "This JDK does not let the SQLite driver load native code";
            case LOCKED -> "Another connection holds a lock on the database";
            case CORRUPT -> "The file is not a sound database";
            case UNKNOWN -> "The database could not be used";
        };
    }

    private static String missing(@Nullable Path directory) {
        return directory == null ? "" : " (" + directory + " is gone)";
    }

    private static String rights(@Nullable Path file) {
        if (file == null) {
            return "the directory";
        }
        try {
            PosixFileAttributes about = Files.readAttributes(file, PosixFileAttributes.class);
            return file + " (owner " + about.owner().getName() + ", mode "
                    + PosixFilePermissions.toString(about.permissions()) + ")";
        } catch (IOException | UnsupportedOperationException e) {
            return file.toString();
        }
    }
}
