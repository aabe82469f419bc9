package io.github.surefoot.worker.database.template;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.schema.Fingerprint;
import io.github.surefoot.worker.database.schema.SchemaSource;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Keeps the templates of a build, each under the fingerprint of all it is made of. The first worker that needs one
 * builds it while the others wait; it appears under its name only when it is complete, verified and read-only.
 */
public final class TemplateStore {
    /** Changed when templates of older versions of this class must not be used. */
    private static final String FORMAT = "1";

    private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);
    private final Path directory;

    /** Keeps templates in the directory; it is made if missing. */
    public TemplateStore(Path directory) {
        this.directory = directory;
    }

    /**
     * A template, ready to be copied.
     *
     * @param file the database
     * @param built whether this call built it
     * @param sources what it was made of, in words
     */
    public record Template(Path file, boolean built, String sources) {}

    /**
     * Returns the template made of the sources, building it if nobody has.
     *
     * @throws DatabaseException if a source fails; the message is the source's
     */
    @SuppressWarnings("try") // The lock is held, not used.
    public Template template(List<SchemaSource> sources) throws IOException, InterruptedException {
        String name = name(sources);
        String words = sources.isEmpty()
                ? "none"
                : String.join(", ", sources.stream().map(SchemaSource::name).toList());
        Path file = directory.resolve(name + ".db");
        if (usable(file)) {
            return new Template(file, false, words);
        }
        Files.createDirectories(directory);
        try (FileLocks.Held unused = FileLocks.lock(directory.resolve(name + ".lock"), BUILD_LIMIT)) {
            if (usable(file)) {
                return new Template(file, false, words);
            }
            build(sources, file, "building-" + name + "-");
            return new Template(file, true, words);
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

    private void build(List<SchemaSource> sources, Path file, String label) throws IOException, InterruptedException {
        deleteAbandoned(label);
        Path workshop = Files.createTempDirectory(directory, label);
        try {
            Path draft = workshop.resolve("db");
            new TemplateBuilder(draft).build(sources);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Trees.delete(workshop);
        }
    }

    /** Whoever holds the lock is the only one alive that builds this template. */
    private void deleteAbandoned(String label) throws IOException, InterruptedException {
        try (DirectoryStream<Path> workshops = Files.newDirectoryStream(directory, label + "*")) {
            for (Path workshop : workshops) {
                Trees.delete(workshop);
            }
        }
    }

    private static String name(List<SchemaSource> sources) {
        Fingerprint fingerprint =
                new Fingerprint().add(FORMAT).add(driverVersion()).add(Urls.settings());
        for (SchemaSource source : sources) {
            try {
                source.addTo(fingerprint.add(source.name()));
            } catch (Exception e) {
                throw new DatabaseException("Cannot read the schema (" + source.name() + "): " + e.getMessage(), e);
            }
        }
        return fingerprint.name();
    }

    private static String driverVersion() {
        return SQLiteJDBCLoader.getVersion();
    }
}
