package io.github.surefoot.worker.database.engine.h2;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.file.FileLocks;
import io.github.surefoot.worker.database.file.FileTrees;
import io.github.surefoot.worker.database.schema.SchemaBuild;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.h2.Driver;
import org.h2.jdbcx.JdbcDataSource;

/**
 * Keeps the templates of a build, each a file under the fingerprint of all it is made of. It appears under its name only
 * when H2 has shut it down: a copy of a database that is open may be empty, without an error.
 *
 * @param directory made if missing
 * @param url with the settings that are part of a template
 */
record H2Templates(Path directory, H2Url url) {
    /** Changed when templates of older versions of this class must not be used. */
    private static final String FORMAT = "2";

    private static final Duration BUILD_LIMIT = Duration.ofMinutes(5);

    /**
     * A template, ready to be copied.
     *
     * @param file the database
     * @param again what each copy has to run, since no file has it: see {@link TemporaryTables}
     * @param built whether this call built it
     */
    record Template(Path file, String again, boolean built) {}

    /** Returns the template of the schema, building it if nobody has. */
    @SuppressWarnings("try") // The lock is held, not used.
    Template template(SchemaBuild schema) throws IOException, InterruptedException {
        String version = Driver.class.getPackage().getImplementationVersion();
        String name = schema.name("h2", FORMAT, String.valueOf(version), String.join(";", url.settings()));
        Path file = directory.resolve(name + H2Storage.SUFFIX);
        if (Files.isRegularFile(file)) {
            return new Template(file, again(file), false);
        }
        Files.createDirectories(directory);
        try (FileLocks.Held unused = FileLocks.lock(directory.resolve(name + ".lock"), BUILD_LIMIT)) {
            if (Files.isRegularFile(file)) {
                return new Template(file, again(file), false);
            }
            build(schema, file, "building-" + name + "-");
            return new Template(file, again(file), true);
        }
    }

    private static String again(Path file) throws IOException {
        Path script = beside(file);
        return Files.isRegularFile(script) ? Files.readString(script) : "";
    }

    private static Path beside(Path file) {
        return file.resolveSibling(file.getFileName().toString().replace(H2Storage.SUFFIX, ".again.sql"));
    }

    private void build(SchemaBuild schema, Path file, String label) throws IOException, InterruptedException {
        deleteAbandoned(label);
        Path workshop = Files.createTempDirectory(directory, label);
        try {
            Path draft = workshop.resolve("db");
            String again;
            try {
                again = build(schema, draft);
            } catch (SQLException e) {
                throw new DatabaseException(
                        "The template of the test database cannot be built: " + e.getMessage() + ". "
                                + H2Fault.of(e).mend(),
                        e);
            }
            Path built = workshop.resolve("db" + H2Storage.SUFFIX);
            if (!built.toFile().setReadOnly()) {
                throw new IOException("Cannot make " + built + " read-only");
            }
            if (!again.isEmpty()) {
                Files.writeString(beside(file), again);
            }
            Files.move(built, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            FileTrees.delete(workshop);
        }
    }

    private String build(SchemaBuild schema, Path draft) throws SQLException {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url.building(draft));
        database.setUser(H2Url.USER);
        database.setPassword("");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            try {
                schema.apply(database);
                return TemporaryTables.script(connection);
            } finally {
                statement.execute("SHUTDOWN COMPACT");
            }
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
