package io.github.surefoot.worker.database.engine;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of a database on a server as a text for people, table by table: its server may end with the run. */
public final class KeptRows {
    /** Of each table; a test that fails has seldom written more. */
    private static final int MOST_ROWS = 10_000;

    private KeptRows() {}

    /**
     * Writes the rows of all tables that are not the server's own.
     *
     * @param file without its suffix
     */
    public static void write(Connection connection, Path file) throws IOException, SQLException {
        try (Writer to = Files.newBufferedWriter(file.resolveSibling(file.getFileName() + ".txt"))) {
            for (String table : tables(connection)) {
                to.write("-- " + table + "\n");
                try {
                    rows(connection, table, to);
                } catch (SQLException e) {
                    // A sequence that has run out, say; the others are no less worth seeing.
                    to.write("it cannot be read: " + e.getMessage() + "\n");
                }
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        List<String> result = new ArrayList<>();
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(connection.getCatalog(), null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (tables.next()) {
                @Nullable String schema = tables.getString("TABLE_SCHEM");
                String name = quote + tables.getString("TABLE_NAME") + quote;
                result.add(schema == null ? name : quote + schema + quote + "." + name);
            }
        }
        return result;
    }

    // A name has no place for a parameter; it is the server's own word for the table.
    private static void rows(Connection connection, String table, Writer to) throws IOException, SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(MOST_ROWS);
            try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                int columns = rows.getMetaData().getColumnCount();
                List<String> names = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    names.add(rows.getMetaData().getColumnLabel(column));
                }
                to.write(String.join("\t", names) + "\n");
                while (rows.next()) {
                    List<String> values = new ArrayList<>();
                    for (int column = 1; column <= columns; column++) {
                        values.add(String.valueOf(rows.getString(column)));
                    }
                    to.write(String.join("\t", values) + "\n");
                }
            }
        }
    }
}
