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
    public TestDatabase current() {
        CurrentWorker worker = CurrentWorker.get();
        open(worker);
        return worker.database();
    }

    @Override
    public String currentUrl() {
        return CurrentWorker.get().engine().currentUrl();
    }

    /** Returns the service; if this is the first time, URLs and properties lead to its databases from now on. */
    static DatabaseService open(CurrentWorker worker) {
        if (worker.started().isEmpty()) {
            publish(worker);
        }
        return worker.service();
    }

    /** Makes the databases known to code that reads properties or asks the driver manager; opens nothing. */
    static void publish(CurrentWorker worker) {
        try {
            SurefootDriver.install(worker.engine());
        } catch (SQLException e) {
            throw new DatabaseException("Cannot register Surefoot's JDBC driver", e);
        }
        DatabaseProperties.publish(worker.engine().currentUrl(), CurrentWorker.loader());
    }
}
