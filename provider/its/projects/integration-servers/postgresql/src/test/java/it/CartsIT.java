package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.surefoot.worker.database.TestDatabase;
import io.github.surefoot.worker.database.WorkerDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Has a database of its own on the server that Maven has started. */
@WorkerDatabase
class CartsIT {
    private static final String COUNT = "SELECT count(*) FROM cart WHERE tags[1] = 'first'";

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void areOnlyMine(TestDatabase database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url());
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO cart (tags) VALUES (ARRAY['mine'])");
            assertEquals(
                    "first,mine", text(connection, "SELECT string_agg(tags[1], ',' ORDER BY id) FROM cart"));
        }
    }

    @Test
    void areOnTheServerThatMavenHasStarted(TestDatabase database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url())) {
            assertEquals(System.getProperty("sql.port"), text(connection, "SHOW port"));
        }
    }

    /** Fails where it is told to. */
    @Test
    void mayFail(TestDatabase database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url())) {
            assertEquals(Boolean.getBoolean("it.fails") ? "0" : "1", text(connection, COUNT));
        }
    }

    @Test
    @Disabled("to be told of")
    void isSkipped() {}
}
