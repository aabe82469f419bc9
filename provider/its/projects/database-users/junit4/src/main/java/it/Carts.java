package it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

public class Carts {
    private final DataSource database;

    public Carts(DataSource database) {
        this.database = database;
    }

    public void add(int id, String owner, int total) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO cart VALUES (?, ?, ?)")) {
            insert.setInt(1, id);
            insert.setString(2, owner);
            insert.setInt(3, total);
            insert.executeUpdate();
        }
    }

    public int total() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT sum(total) FROM cart");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
