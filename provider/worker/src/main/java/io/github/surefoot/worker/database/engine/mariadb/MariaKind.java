package io.github.surefoot.worker.database.engine.mariadb;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.engine.DriverClasses;
import java.sql.Driver;

/** Which of the two drivers is used. Either may talk to either server. */
enum MariaKind {
    MARIADB(
            "mariadb",
            "org.mariadb.jdbc",
            "org.mariadb.jdbc.Driver",
            "MariaDbDataSource",
            "org.mariadb.jdbc:mariadb-java-client"),
    MYSQL("mysql", "com.mysql", "com.mysql.cj.jdbc.Driver", "MysqlDataSource", "com.mysql:mysql-connector-j");

    private final String word;
    private final String root;
    private final String driver;
    private final String source;
    private final String artifact;

    MariaKind(String word, String root, String driver, String source, String artifact) {
        this.word = word;
        this.root = root;
        this.driver = driver;
        this.source = source;
        this.artifact = artifact;
    }

    /** Returns the name of the engine, which the URLs have too. */
    String word() {
        return word;
    }

    /** Returns what its URLs begin with. */
    String prefix() {
        return "jdbc:" + word + ":";
    }

    DriverClasses classes() {
        return new DriverClasses(root, driver, source);
    }

    /**
     * Makes the driver, by name: no class of Surefoot needs it to be there.
     *
     * @throws DatabaseException if the project does not have it
     */
    Driver load() {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        ClassLoader loader = ofThread == null ? MariaKind.class.getClassLoader() : ofThread;
        try {
            return Class.forName(driver, true, loader)
                    .asSubclass(Driver.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new DatabaseException(
                    "The engine of the test database is " + word
                            + ", but its driver is not on the test class path. Add " + artifact + " in test scope.",
                    e);
        }
    }
}
