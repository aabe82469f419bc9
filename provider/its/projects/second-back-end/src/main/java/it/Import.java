package it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

public class Import {
    public Connection open() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite::memory:");
    }
}
