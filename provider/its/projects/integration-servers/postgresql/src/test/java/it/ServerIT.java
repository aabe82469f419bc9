package it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Knows nothing of Surefoot: one server for whoever asks. */
class ServerIT {
    @Test
    void answers() throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + System.getProperty("sql.port") + "/postgres?user=its";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT 1")) {
            row.next();
            assertEquals(1, row.getInt(1));
        }
    }
}
