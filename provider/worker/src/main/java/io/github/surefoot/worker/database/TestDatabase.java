package io.github.surefoot.worker.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;

/**
 * A temporary database: a copy of the template that one test class, one test or the worker has for itself.
 *
 * <p>JUnit Jupiter injects it, see {@link WorkerDatabase}; everywhere else {@link #current()} gives it. Safe for use by
 * several threads. Surefoot alone implements it, and methods may be added.
 */
public interface TestDatabase {
    /**
     * The system properties that are set, once a test class with {@link WorkerDatabase} starts or the database is
     * first used: {@code surefoot.database.url}; and, with Spring Boot on the class path, its
     * {@code spring.datasource.url}, {@code .driver-class-name} and {@code .type}, without a pool.
     */
    List<String> PROPERTIES = List.of(
            "surefoot.database.url",
            "spring.datasource.url",
            "spring.datasource.driver-class-name",
            "spring.datasource.type");

    /**
     * Returns the database of the test that this thread runs, creating it if it is the first to ask.
     *
     * @throws DatabaseException if it cannot be created: the message names cause and mend
     */
    static TestDatabase current() {
        return current("");
    }

    /**
     * Returns another database of the test that this thread runs, creating it if it is the first to ask.
     *
     * @param name one of those in {@code surefoot.databases}; empty for the first, which has none
     * @throws DatabaseException if there is none of that name, or it cannot be created: the message names cause and mend
     */
    static TestDatabase current(String name) {
        return DatabasesFound.DATABASES.current(name);
    }

    /**
     * Returns the URL that always leads to the database of the test that is running, whichever that is: for application
     * contexts that live longer than one test class. It is also the system property {@code surefoot.database.url}.
     *
     * @throws DatabaseException if the settings choose an engine that there is not
     */
    static String currentUrl() {
        return currentUrl("");
    }

    /**
     * Returns the same for another database. It is also the system property {@code surefoot.database.NAME.url}.
     *
     * @param name one of those in {@code surefoot.databases}; empty for the first, which has none
     * @throws DatabaseException if there is none of that name, or the settings choose an engine that there is not
     */
    static String currentUrl(String name) {
        return DatabasesFound.DATABASES.currentUrl(name);
    }

    /** Returns the URL of this very database, for any JDBC code; it needs no user and no password. */
    String url();

    /** Returns a data source that opens a new connection each time. */
    DataSource dataSource();

    /**
     * Opens a connection, which the caller closes.
     *
     * @throws SQLException if it cannot be opened, or the database was disposed of
     */
    Connection openConnection() throws SQLException;

    /**
     * Returns MyBatis's factory for this database.
     *
     * @throws DatabaseException if MyBatis cannot be configured: the message names the setting
     */
    SqlSessionFactory sqlSessionFactory();

    /** Opens a MyBatis session in auto-commit mode, which the caller closes. */
    SqlSession openSession();

    /**
     * Returns a mapper that opens, commits and closes a session for every call, so there is nothing to close.
     *
     * @throws DatabaseException if MyBatis knows no such mapper
     */
    <T> T mapper(Class<T> type);
}
