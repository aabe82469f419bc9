package it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

public class Carts implements AutoCloseable {
    private final Connection connection;

    public Carts(String url) throws SQLException {
        connection = DriverManager.getConnection(url);
    }

    public void add(int id, String owner, int total) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO cart VALUES (?, ?, ?)")) {
            insert.setInt(1, id);
            insert.setString(2, owner);
            insert.setInt(3, total);
            insert.executeUpdate();
        }
    }

    public int total() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT sum(total) FROM cart")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
