package it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A database in a file of the working directory. */
final class Accounts {
    private Accounts() {}

    static Connection open() throws SQLException {
        Connection database = DriverManager.getConnection("jdbc:h2:./target/it-accounts");
        database.createStatement().execute("CREATE TABLE IF NOT EXISTS account (id INT)");
        return database;
    }

    static int count(Connection database) throws SQLException {
        try (ResultSet rows = database.createStatement().executeQuery("SELECT COUNT(*) FROM account")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
