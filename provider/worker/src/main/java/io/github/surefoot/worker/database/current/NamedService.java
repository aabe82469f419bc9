package io.github.surefoot.worker.database.current;

import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.engine.DatabaseEngine;
import io.github.surefoot.worker.database.engine.DatabaseJournal;
import io.github.surefoot.worker.database.lifecycle.DatabaseService;
import io.github.surefoot.worker.database.lifecycle.Engines;
import io.github.surefoot.worker.database.schema.SchemaBuild;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What makes the databases of one name, once one is asked for. Safe for use by several threads: all of a worker have one
 * lock, since what starts one may ask the driver manager, and that the others.
 */
final class NamedService {
    private final String name;
    private final WorkerContext context;
    private final Object lock;
    private @Nullable DatabaseService service;
    private @Nullable DatabaseException failure;

    /**
     * Prepares to start it.
     *
     * @param name empty for the first
     * @param lock of all that the worker has
     */
    NamedService(String name, WorkerContext worker, Object lock) {
        this.name = name;
        this.lock = lock;
        this.context = name.isEmpty() ? worker : new NamedContext(worker, name);
    }

    String name() {
        return name;
    }

    /** Returns it, started now if this is the first time; a failed start is not tried again. */
    DatabaseService get(ClassLoader loader, Path projectDirectory) {
        synchronized (lock) {
            if (failure != null) {
                throw new DatabaseException(String.valueOf(failure.getMessage()), failure);
            }
            DatabaseService current = service;
            if (current == null) {
                current = start(loader, projectDirectory);
                service = current;
            }
            return current;
        }
    }

    private DatabaseService start(ClassLoader loader, Path projectDirectory) {
        try {
            return DatabaseService.start(
                    context, Engines.chosen(context::setting, loader), loader, projectDirectory, name);
        } catch (DatabaseException e) {
            failure = told(e);
            if (isOutside(e)) {
                new DatabaseJournal(context).unavailable(String.valueOf(failure.getMessage()));
            }
            throw failure;
        }
    }

    /** Tells whether nothing of the project is to blame: neither its schema nor a test that was interrupted. */
    private static boolean isOutside(DatabaseException e) {
        return !SchemaBuild.isToBlame(e) && !(e.getCause() instanceof InterruptedException);
    }

    /** An engine's messages name the settings of the first database. */
    private DatabaseException told(DatabaseException e) {
        return context instanceof NamedContext named
                ? new DatabaseException("Database '" + name + "': " + named.reworded(String.valueOf(e.getMessage())), e)
                : e;
    }

    /** Returns the service if a database was ever asked for. */
    Optional<DatabaseService> started() {
        synchronized (lock) {
            return Optional.ofNullable(service);
        }
    }

    /** Returns the engine, which is known before anything of it is opened. */
    DatabaseEngine engine() {
        Optional<DatabaseService> current = started();
        try {
            return current.isPresent()
                    ? current.get().engine()
                    : Engines.chosen(context::setting, CurrentWorker.loader());
        } catch (DatabaseException e) {
            throw told(e);
        }
    }

    /** Returns the URL that leads to the database of the test that is running. */
    String currentUrl() {
        return engine().currentUrl(name);
    }

    /** Returns the service, if any, and lets go of it. */
    Optional<DatabaseService> take() {
        synchronized (lock) {
            Optional<DatabaseService> taken = started();
            service = null;
            return taken;
        }
    }
}
