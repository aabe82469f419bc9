package io.github.surefoot.worker.database.engine.sqlite;

import io.github.surefoot.worker.database.engine.EngineDatabase;
import io.github.surefoot.worker.database.engine.PreparedEngine;
import io.github.surefoot.worker.database.engine.Sweep;
import io.github.surefoot.worker.database.fault.Attempts;
import io.github.surefoot.worker.database.fault.Backoff;
import io.github.surefoot.worker.database.file.WorkerFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * What one worker has of SQLite.
 *
 * @param root the directory of all databases of the build
 * @param files the worker's part of it, and what databases are copied from
 * @param templateBuilt whether the template was built for this worker
 * @param swept what was swept before
 */
record SqliteWorker(Path root, WorkerFiles files, boolean templateBuilt, Sweep swept) implements PreparedEngine {
    @Override
    public Attempts.Done<EngineDatabase> make(Supplier<List<String>> openers) throws InterruptedException {
        return new SqliteMaker(files, Backoff.usual(), openers).make();
    }

    @Override
    public boolean owns(String place) {
        return Path.of(place).startsWith(root);
    }

    @Override
    public List<String> close(boolean everything, Duration limit) throws IOException, InterruptedException {
        files.close(everything);
        return List.of();
    }
}
