package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.surefoot.worker.database.Reset;
import io.github.surefoot.worker.database.TestDatabase;
import io.github.surefoot.worker.database.WorkerDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.RepeatedTest;

/** Fills one database after the other. A server that is Surefoot's own is written down, by the directory of its data. */
@WorkerDatabase(reset = Reset.PER_TEST)
abstract class Carts {
    @RepeatedTest(10)
    void areMine(TestDatabase database) throws Exception {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (int i = 1; i <= 20; i++) {
                statement.execute("INSERT INTO cart VALUES (" + i + ", '" + getClass().getSimpleName() + "')");
            }
            assertEquals("21", text(statement, "SELECT COUNT(*) FROM cart"));
            if (database.url().startsWith("jdbc:postgresql:")) {
                Path seen = Files.createDirectories(Path.of("target", "seen"));
                Files.writeString(
                        seen.resolve(text(statement, "SELECT pg_postmaster_start_time()::text").replace(':', '-')),
                        text(statement, "SHOW data_directory"));
            }
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
