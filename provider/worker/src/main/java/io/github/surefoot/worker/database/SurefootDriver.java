package io.github.surefoot.worker.database;

import io.github.surefoot.worker.database.connection.OpenSite;
import io.github.surefoot.worker.database.template.Urls;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Collections;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stands before SQLite's driver in the driver manager: serves the URLs of worker databases, so that their connections
 * are tracked like all others, refuses any other way to their files, and leaves all other URLs alone.
 */
public final class SurefootDriver implements Driver {

    /** Registers a driver before SQLite's. */
    static void install() throws SQLException {
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            if (driver.getClass() == SurefootDriver.class) {
                return;
            }
        }
        DriverManager.registerDriver(new SurefootDriver());
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            if (driver.getClass().getName().equals("org.sqlite.JDBC")) {
                DriverManager.deregisterDriver(driver);
                DriverManager.registerDriver(driver);
            }
        }
    }

    @Override
    public @Nullable Connection connect(String url, @Nullable Properties properties) throws SQLException {
        Properties given = properties == null ? new Properties() : properties;
        if (url.equals(TestDatabase.CURRENT_URL)) {
            return TestDatabase.current().openByUrl(given);
        }
        Optional<Path> file = file(url);
        Optional<DatabaseService> service = CurrentWorker.get().started();
        if (file.isEmpty() || service.isEmpty()) {
            return null;
        }
        Optional<TestDatabase> database = service.get().databaseAt(file.get());
        if (database.isPresent() && database.get().url().equals(url)) {
            return database.get().openByUrl(given);
        }
        service.get().refuseForeign(file.get(), OpenSite.here());
        return null;
    }

    @Override
    public boolean acceptsURL(String url) {
        if (url.equals(TestDatabase.CURRENT_URL)) {
            return true;
        }
        Optional<Path> file = file(url);
        return file.isPresent()
                && CurrentWorker.get()
                        .started()
                        .flatMap(service -> service.databaseAt(file.get()))
                        .isPresent();
    }

    private static Optional<Path> file(String url) {
        if (!url.startsWith(Urls.PREFIX)) {
            return Optional.empty();
        }
        String rest = url.substring(Urls.PREFIX.length()).replaceFirst("^file:(//)?", "");
        int query = rest.indexOf('?');
        try {
            Path path = Path.of(query < 0 ? rest : rest.substring(0, query));
            return Optional.of(path.toAbsolutePath().normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
        return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
        return 1;
    }

    @Override
    public int getMinorVersion() {
        return 0;
    }

    @Override
    public boolean jdbcCompliant() {
        return false;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("This driver writes no log");
    }
}
