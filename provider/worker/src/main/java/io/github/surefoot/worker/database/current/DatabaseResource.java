package io.github.surefoot.worker.database.current;

import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.core.resource.WorkerResource;
import io.github.surefoot.worker.database.engine.DatabaseJournal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The database as a resource of the worker. Opening it costs nothing: the first test that asks opens the database. */
public final class DatabaseResource implements WorkerResource {
    private @Nullable WorkerContext context;

    /** Is made by the {@link java.util.ServiceLoader}. */
    public DatabaseResource() {}

    @Override
    public String name() {
        return DatabaseJournal.RESOURCE;
    }

    /** Before those of the project, which may use it until they are closed. */
    @Override
    public int order() {
        return -100;
    }

    @Override
    public void open(WorkerContext given) {
        context = given;
        CurrentWorker.get().provide(given);
    }

    @Override
    public void close(Duration limit) throws Exception {
        if (context != null) {
            CurrentWorker.get().end(limit);
        }
    }
}
