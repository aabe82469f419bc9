package io.github.surefoot.worker.database.engine.sqlite;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.schema.SchemaBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteDataSource;

/** Builds one template: applies the sources, closes it, opens it again and lets SQLite check it. */
final class SqliteTemplate {
    private static final List<String> SIDE_FILES = List.of("-wal", "-shm", "-journal");
    private final Path draft;

    SqliteTemplate(Path draft) {
        this.draft = draft;
    }

    void build(SchemaBuild schema) throws IOException {
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl(SqliteUrls.building(draft));
        try {
            schema.apply(database);
            settle(database);
            verify(database);
        } catch (SQLException e) {
            throw new DatabaseException("The template of the test database cannot be built: " + e.getMessage(), e);
        }
        for (String suffix : SIDE_FILES) {
            if (Files.exists(draft.resolveSibling(draft.getFileName() + suffix))) {
                throw new DatabaseException("A schema source left a connection to the template open: there is a '"
                        + suffix + "' file next to it. Close every connection when the schema is built.");
            }
        }
        SqliteHeader.verify(draft);
        if (!draft.toFile().setReadOnly()) {
            throw new IOException("Cannot make " + draft + " read-only");
        }
    }

    /** Leaves one file and nothing beside it, whatever journal mode a script has chosen. */
    private static void settle(SQLiteDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=DELETE");
            // Writes the header even of an empty database, so that a clone can be told from a torn copy.
            statement.execute("VACUUM");
        }
    }

    private static void verify(SQLiteDataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("PRAGMA integrity_check")) {
            String answer = result.next() ? result.getString(1) : "nothing";
            if (!"ok".equals(answer)) {
                throw new DatabaseException("SQLite does not find the new template sound; it says: " + answer);
            }
        }
    }
}
