package io.github.surefoot.worker.database;

import io.github.surefoot.worker.database.connection.DatabaseConnections;
import io.github.surefoot.worker.database.connection.Leak;
import io.github.surefoot.worker.database.connection.TrackedDataSource;
import io.github.surefoot.worker.database.template.Urls;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.jspecify.annotations.Nullable;

/**
 * A temporary database: a copy of the template that one test class, one test or the worker has for itself.
 *
 * <p>JUnit Jupiter injects it, see {@link WorkerDatabase}; everywhere else {@link #current()} gives it. Safe for use by
 * several threads.
 */
public final class TestDatabase {
    /**
     * The URL that always leads to the database of the test that is running, whichever that is: for application
     * contexts that live longer than one test class. It is also the system property {@code surefoot.database.url}.
     */
    public static final String CURRENT_URL = Urls.PREFIX + "surefoot-current?open_mode=2";

    /**
     * The system properties that are set, once a test class with {@link WorkerDatabase} starts or the database is
     * first used: {@code surefoot.database.url}; and, with Spring Boot on the class path, its
     * {@code spring.datasource.url}, {@code .driver-class-name} and {@code .type}, without a pool.
     */
    public static final List<String> PROPERTIES = DatabaseProperties.NAMES;

    private final String name;
    private final String className;
    private final Path file;
    private final DatabaseConnections connections;
    private final DataSource dataSource;
    private final BackEnd backEnd;
    private final DatabaseSettings settings;
    private final ClassLoader loader;
    private @Nullable MyBatis myBatis;

    TestDatabase(
            String name,
            String className,
            Path file,
            DatabaseConnections connections,
            BackEnd backEnd,
            DatabaseSettings settings,
            ClassLoader loader) {
        this.name = name;
        this.className = className;
        this.file = file;
        this.connections = connections;
        this.backEnd = backEnd;
        this.settings = settings;
        this.loader = loader;
        this.dataSource = new TrackedDataSource(this::openConnection);
    }

    /**
     * Returns the database of the test that this thread runs, creating it if it is the first to ask.
     *
     * @throws DatabaseException if it cannot be created: the message names cause and mend
     */
    public static TestDatabase current() {
        return CurrentWorker.get().database();
    }

    /** Returns the URL of this very database, for any JDBC code; it needs no user and no password. */
    public String url() {
        return Urls.of(file);
    }

    /** Returns the file of the database, in the directory that the worker has for itself. */
    public Path file() {
        return file;
    }

    /** Returns a data source that opens a new connection each time. */
    public DataSource dataSource() {
        return dataSource;
    }

    /**
     * Opens a connection, which the caller closes.
     *
     * @throws SQLException if it cannot be opened, or the database was disposed of
     */
    public Connection openConnection() throws SQLException {
        backEnd.checkDirect(this);
        return connections.open();
    }

    /** Opens a connection for the driver manager. */
    Connection openByUrl(Properties properties) throws SQLException {
        backEnd.checkUrl(this);
        return connections.open(properties);
    }

    /** Returns MyBatis's factory for this database. */
    public SqlSessionFactory sqlSessionFactory() {
        return myBatis().factory();
    }

    /** Opens a MyBatis session in auto-commit mode, which the caller closes. */
    public SqlSession openSession() {
        return sqlSessionFactory().openSession(true);
    }

    /**
     * Returns a mapper that opens, commits and closes a session for every call, so there is nothing to close.
     *
     * @throws DatabaseException if MyBatis knows no such mapper
     */
    public <T> T mapper(Class<T> type) {
        return myBatis().mapper(type);
    }

    /** Adds mappers to those MyBatis knows already. */
    void addMappers(Mappers mappers) {
        if (!mappers.equals(Mappers.NONE)) {
            myBatis().add(mappers);
        }
    }

    boolean isMapper(Class<?> type) {
        return myBatis().isMapper(type);
    }

    private synchronized MyBatis myBatis() {
        if (myBatis == null) {
            myBatis = new MyBatis(settings, dataSource, connections, loader);
        }
        return myBatis;
    }

    String name() {
        return name;
    }

    String className() {
        return className;
    }

    List<Leak> leaks() {
        return connections.leaks();
    }

    List<String> openers() {
        return connections.openers();
    }

    List<String> close(Duration limit) throws InterruptedException {
        return connections.closeAll(limit);
    }

    @Override
    public String toString() {
        return "database of " + name + " (" + file + ")";
    }
}
