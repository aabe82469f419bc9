package io.github.surefoot.worker.database.engine.sqlite;

import io.github.surefoot.worker.database.file.FileLocks;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.zip.CRC32;
import org.sqlite.JDBC;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * Writes the native library of SQLite once per build, instead of once per JVM, and tells the driver where it is. The
 * file appears complete by an atomic rename and is compared with the one in the driver's jar before it is used:
 * loading a truncated library kills the JVM.
 */
final class NativeLibrary {
    private static final String PATH = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";
    private static final String DRAFT = "draft";
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private NativeLibrary() {}

    /**
     * Writes the library below the directory if it is not there, and sets the driver's properties, unless the user has
     * set them. Must run before the driver loads its library.
     *
     * @throws IOException if it cannot be written
     */
    static void preset(Path directory) throws IOException, InterruptedException {
        if (System.getProperty(PATH) != null) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        URL packed = LibraryLoaderUtil.class.getResource(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
        if (packed == null) {
            // A platform the jar has no library for: the driver knows other ways, or says so itself.
            return;
        }
        byte[] content;
        try (InputStream in = packed.openStream()) {
            content = in.readAllBytes();
        }
        Path home = directory.resolve(String.format("%08x", checksum(content)));
        Path file = home.resolve(name);
        if (!sound(file, content)) {
            publish(content, home, file);
        }
        System.setProperty(PATH, home.toString());
        System.setProperty(NAME, name);
    }

    /**
     * Lets the driver load its library now, so that a failure is known for what it is.
     *
     * @throws SQLException if the driver cannot load it; its cause says why
     */
    static void load() throws SQLException {
        try (Connection connection = JDBC.createConnection(SqliteUrls.PREFIX + ":memory:", new Properties())) {
            connection.getAutoCommit();
        }
    }

    @SuppressWarnings("try") // The lock is held, not used.
    private static void publish(byte[] content, Path home, Path file) throws IOException, InterruptedException {
        Files.createDirectories(home);
        try (FileLocks.Held unused = FileLocks.lock(home.resolve("lock"), LIMIT)) {
            if (sound(file, content)) {
                return;
            }
            deleteAbandoned(home);
            Path draft = Files.createTempFile(home, DRAFT, null);
            try {
                Files.write(draft, content);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        }
    }

    /** Whoever holds the lock is the only one alive that writes here. */
    private static void deleteAbandoned(Path home) throws IOException {
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(home, DRAFT + "*")) {
            for (Path draft : drafts) {
                Files.deleteIfExists(draft);
            }
        }
    }

    private static boolean sound(Path file, byte[] content) throws IOException {
        try {
            return Files.size(file) == content.length && checksum(Files.readAllBytes(file)) == checksum(content);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static long checksum(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }
}
