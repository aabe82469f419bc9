package io.github.surefoot.worker.database.current;

import io.github.surefoot.worker.database.connection.OpenSite;
import io.github.surefoot.worker.database.engine.DatabaseEngine;
import io.github.surefoot.worker.database.lifecycle.DatabaseService;
import io.github.surefoot.worker.database.lifecycle.ScopedDatabase;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the engine's driver in the driver manager: serves the URLs of worker databases, so that their
 * connections are tracked like all others, refuses any other way to them, and leaves all other URLs alone.
 */
public final class SurefootDriver implements Driver {

    /** Sees to it that there is such a driver, before those of the engine; there may be engines one after the other. */
    static void install(DatabaseEngine engine) throws SQLException {
        boolean there = false;
        List<Driver> before = new ArrayList<>();
        for (Driver driver : Collections.list(DriverManager.getDrivers())) {
            if (driver.getClass() == SurefootDriver.class) {
                there = true;
            } else if (!there
                    && driver.getClass().getName().startsWith(engine.driver().root() + ".")) {
                before.add(driver);
            }
        }
        if (!there) {
            DriverManager.registerDriver(new SurefootDriver());
        }
        for (Driver driver : before) {
            DriverManager.deregisterDriver(driver);
            DriverManager.registerDriver(driver);
        }
    }

    @Override
    public @Nullable Connection connect(String url, @Nullable Properties properties) throws SQLException {
        Properties given = properties == null ? new Properties() : properties;
        CurrentWorker worker = CurrentWorker.get();
        Optional<NamedService> current = current(worker, url);
        if (current.isPresent()) {
            return worker.database(current.get().name()).openByUrl(given);
        }
        Optional<ScopedDatabase> database = atThePlaceOf(worker, url);
        if (database.isPresent() && database.get().url().equals(url)) {
            return database.get().openByUrl(given);
        }
        for (DatabaseService service : worker.started()) {
            Optional<String> place = service.engine().placeOf(url);
            if (place.isPresent()) {
                service.refuseForeign(place.get(), OpenSite.here());
            }
        }
        return null;
    }

    private static Optional<NamedService> current(CurrentWorker worker, String url) {
        return worker.all().stream()
                .filter(service -> url.equals(service.currentUrl()))
                .findFirst();
    }

    private static Optional<ScopedDatabase> atThePlaceOf(CurrentWorker worker, String url) {
        return worker.started().stream()
                .flatMap(service -> service.engine().placeOf(url).flatMap(service::databaseAt).stream())
                .findFirst();
    }

    @Override
    public boolean acceptsURL(String url) {
        CurrentWorker worker = CurrentWorker.get();
        return current(worker, url).isPresent() || atThePlaceOf(worker, url).isPresent();
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
