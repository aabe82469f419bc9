package io.github.surefoot.worker.database.engine.sqlite;

import io.github.surefoot.worker.database.engine.EngineDatabase;
import io.github.surefoot.worker.database.engine.PreparedEngine;
import io.github.surefoot.worker.database.engine.Sweep;
import io.github.surefoot.worker.database.fault.Attempts;
import io.github.surefoot.worker.database.fault.Backoff;
import io.github.surefoot.worker.database.file.WorkerHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * What one worker has of SQLite.
 *
 * @param root the directory of all databases of the build
 * @param home the worker's part of it
 * @param template what databases are copied from
 * @param swept what was swept before
 */
record SqliteWorker(Path root, WorkerHome home, SqliteTemplates.Template template, Sweep swept)
        implements PreparedEngine {
    @Override
    public boolean templateBuilt() {
        return template.built();
    }

    @Override
    public Attempts.Done<EngineDatabase> make(Supplier<List<String>> openers) throws InterruptedException {
        return new SqliteMaker(template.file(), home, Backoff.usual(), openers).make();
    }

    @Override
    public boolean owns(String place) {
        return Path.of(place).startsWith(root);
    }

    @Override
    public void close(boolean everything) throws IOException, InterruptedException {
        home.close(everything);
    }
}
