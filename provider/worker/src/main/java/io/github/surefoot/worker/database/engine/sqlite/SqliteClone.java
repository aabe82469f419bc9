package io.github.surefoot.worker.database.engine.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.JDBC;

/** Copies a template to a fresh path, and makes sure that the copy is there, complete and opens. */
final class SqliteClone {
    private SqliteClone() {}

    /**
     * Makes a clone.
     *
     * @param target a path that never was a database before
     */
    static void copy(Path template, Path target) throws IOException, SQLException {
        Files.copy(template, target);
        // The copy has the template's mode, which is read-only.
        if (!target.toFile().setWritable(true, true)) {
            throw new IOException("Cannot make the copy " + target + " writable");
        }
        long size = Files.size(target);
        long expected = Files.size(template);
        if (size != expected) {
            throw new IOException("The copy " + target + " has " + size + " bytes, the template " + expected);
        }
        SqliteHeader.verify(target);
        probe(target);
    }

    private static void probe(Path target) throws SQLException {
        try (Connection connection = JDBC.createConnection(SqliteUrls.of(target), new java.util.Properties());
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM sqlite_schema")) {
            if (!result.next()) {
                throw new SQLException("The copy " + target + " gives no answer");
            }
        }
    }
}
