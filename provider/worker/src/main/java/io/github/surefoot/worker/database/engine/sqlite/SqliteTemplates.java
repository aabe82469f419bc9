package io.github.surefoot.worker.database.engine.sqlite;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.file.FileLocks;
import io.github.surefoot.worker.database.file.FileTrees;
import io.github.surefoot.worker.database.schema.SchemaBuild;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Keeps the templates of a build, each under the fingerprint of all it is made of. The first worker that needs one
 * builds it while the others wait; it appears under its name only when it is complete, verified and read-only.
 */
final class SqliteTemplates {
    /** Changed when templates of older versions of this class must not be used. */
    private static final String FORMAT = "1";

    private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);
    private final Path directory;

    /** Keeps templates in the directory; it is made if missing. */
    SqliteTemplates(Path directory) {
        this.directory = directory;
    }

    /**
     * A template, ready to be copied.
     *
     * @param file the database
     * @param built whether this call built it
     */
    record Template(Path file, boolean built) {}

    /**
     * Returns the template of the schema, building it if nobody has.
     *
     * @throws DatabaseException if a source fails; the message is the source's
     */
    @SuppressWarnings("try") // The lock is held, not used.
    Template template(SchemaBuild schema) throws IOException, InterruptedException {
        String name = schema.name(FORMAT, SQLiteJDBCLoader.getVersion(), SqliteUrls.settings());
        Path file = directory.resolve(name + ".db");
        if (usable(file)) {
            return new Template(file, false);
        }
        Files.createDirectories(directory);
        try (FileLocks.Held unused = FileLocks.lock(directory.resolve(name + ".lock"), BUILD_LIMIT)) {
            if (usable(file)) {
                return new Template(file, false);
            }
            build(schema, file, "building-" + name + "-");
            return new Template(file, true);
        }
    }

    /** A template that does not verify, as after a crash of the machine, is built again. */
    private static boolean usable(Path file) {
        try {
            SqliteHeader.verify(file);
            return Files.isRegularFile(file);
        } catch (IOException e) {
            return false;
        }
    }

    private void build(SchemaBuild schema, Path file, String label) throws IOException, InterruptedException {
        deleteAbandoned(label);
        Path workshop = Files.createTempDirectory(directory, label);
        try {
            Path draft = workshop.resolve("db");
            new SqliteTemplate(draft).build(schema);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            FileTrees.delete(workshop);
        }
    }

    /** Whoever holds the lock is the only one alive that builds this template. */
    private void deleteAbandoned(String label) throws IOException, InterruptedException {
        try (DirectoryStream<Path> workshops = Files.newDirectoryStream(directory, label + "*")) {
            for (Path workshop : workshops) {
                FileTrees.delete(workshop);
            }
        }
    }
}
