package io.github.surefoot.worker.database.current;

import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.TestDatabase;
import io.github.surefoot.worker.database.WorkerDatabases;
import io.github.surefoot.worker.database.lifecycle.DatabaseService;
import java.sql.SQLException;

/** The way in for tests of any framework. */
public final class CurrentDatabases implements WorkerDatabases {
    /** Is made by the {@link java.util.ServiceLoader}. */
    public CurrentDatabases() {}

    @Override
    public TestDatabase current(String name) {
        CurrentWorker worker = CurrentWorker.get();
        open(worker, name);
        return worker.database(name);
    }

    @Override
    public String currentUrl(String name) {
        return CurrentWorker.get().named(name).currentUrl();
    }

    /** Returns the service; if this is the first time, URLs and properties lead to its databases from now on. */
    static DatabaseService open(CurrentWorker worker, String name) {
        if (worker.started().isEmpty()) {
            publish(worker);
        }
        return worker.service(name);
    }

    /** Makes the databases known to code that reads properties or asks the driver manager; opens nothing. */
    static void publish(CurrentWorker worker) {
        try {
            for (NamedService service : worker.all()) {
                SurefootDriver.install(service.engine());
            }
        } catch (SQLException e) {
            throw new DatabaseException("Cannot register Surefoot's JDBC driver", e);
        }
        for (NamedService service : worker.all()) {
            DatabaseProperties.publish(service.name(), service.currentUrl(), CurrentWorker.loader());
        }
    }
}
