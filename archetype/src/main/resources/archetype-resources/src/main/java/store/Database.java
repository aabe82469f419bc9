package ${package}.store;

import ${package}.session.MessageMapper;
import ${package}.session.SessionMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The SQLite database of the server. */
public final class Database {

    /** The version of {@code db/schema.sql}; SQLite keeps it in {@code user_version}. */
    static final int SCHEMA_VERSION = 1;

    private static final int BUSY_TIMEOUT_MILLIS = 5_000;

    private Database() {}

    /**
     * Opens a database file; makes it, its directories and its schema where they are missing.
     *
     * @throws IllegalStateException if the file is of another version of this program, or cannot be opened
     */
    public static SqlSessionFactory at(Path file) {
        return on(sqlite(file), file);
    }

    /**
     * Wraps a source of connections to a database file; makes the file, its directories and its schema where they are
     * missing.
     *
     * @throws IllegalStateException if the file is of another version of this program, or cannot be opened
     */
    public static SqlSessionFactory on(DataSource source, Path file) {
        Path parent = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(parent);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the directory " + parent + " for the database.", e);
        }
        migrate(source, file);
        return on(source);
    }

    /** Wraps a database that has the schema already. */
    public static SqlSessionFactory on(DataSource source) {
        Configuration configuration =
                new Configuration(new Environment("context", new JdbcTransactionFactory(), source));
        configuration.setMapUnderscoreToCamelCase(true);
        // Records have no setters: MyBatis calls their constructor, by the names of its parameters.
        configuration.setArgNameBasedConstructorAutoMapping(true);
        configuration.getTypeHandlerRegistry().register(Instant.class, InstantTypeHandler.class);
        configuration.addMapper(SessionMapper.class);
        configuration.addMapper(MessageMapper.class);
        return new SqlSessionFactoryBuilder().build(configuration);
    }

    private static DataSource sqlite(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static void migrate(DataSource source, Path file) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            int version = version(statement);
            if (version == 0) {
                // The driver hands the whole script to SQLite, which knows where its statements end.
                statement.executeUpdate("BEGIN IMMEDIATE;\n" + schema() + "\nCOMMIT;");
            } else if (version != SCHEMA_VERSION) {
                throw new IllegalStateException("The database " + file + " has schema version " + version
                        + "; this program knows version " + SCHEMA_VERSION + ". Use the program that wrote it.");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot open the database " + file + ": " + e.getMessage(), e);
        }
    }

    private static int version(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.getInt(1);
        }
    }

    private static String schema() {
        try (InputStream script = Database.class.getResourceAsStream("/db/schema.sql")) {
            if (script == null) {
                throw new IllegalStateException("db/schema.sql is missing from the class path.");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read db/schema.sql.", e);
        }
    }
}
