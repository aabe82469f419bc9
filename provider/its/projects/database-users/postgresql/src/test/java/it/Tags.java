package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.surefoot.worker.database.TestDatabase;
import io.github.surefoot.worker.database.WorkerDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Writes what only PostgreSQL understands, and writes down where the server has its data. */
@WorkerDatabase
abstract class Tags {
    @Test
    void areOnlyMine(TestDatabase database) throws Exception {
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO cart (tags) VALUES (ARRAY['" + getClass().getSimpleName() + "'])");
            assertEquals(
                    "2:first," + getClass().getSimpleName(),
                    text(statement, "SELECT max(id) || ':' || string_agg(tags[1], ',' ORDER BY id) FROM cart"));
            Path seen = Files.createDirectories(Path.of("target", "seen"));
            Files.writeString(
                    seen.resolve(text(statement, "SELECT pg_postmaster_start_time()::text").replace(':', '-')),
                    text(statement, "SHOW data_directory"));
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
