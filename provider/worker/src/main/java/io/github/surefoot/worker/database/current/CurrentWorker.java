package io.github.surefoot.worker.database.current;

import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.engine.DatabaseEngine;
import io.github.surefoot.worker.database.lifecycle.DatabaseService;
import io.github.surefoot.worker.database.lifecycle.Engines;
import io.github.surefoot.worker.database.lifecycle.Scope;
import io.github.surefoot.worker.database.lifecycle.ScopedDatabase;
import io.github.surefoot.worker.database.lifecycle.Scopes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The databases of this JVM, of which there is one worker. This is the only static state of the library: the provider,
 * JUnit's extension and listeners, the JDBC driver and {@code TestDatabase.current()} are each made by somebody else
 * and could not meet otherwise.
 */
final class CurrentWorker {
    private static volatile CurrentWorker thisJvm = new CurrentWorker();
    private static final Duration LAST_RESORT = Duration.ofSeconds(5);

    private final Scopes scopes = new Scopes();
    private @Nullable WorkerContext context;
    private @Nullable DatabaseService service;
    private @Nullable DatabaseException failure;
    private boolean provided;
    private boolean ended;
    private boolean hooked;

    static CurrentWorker get() {
        return thisJvm;
    }

    /** Puts another worker in the place of this JVM's, and returns that: tests play several workers in one JVM. */
    static synchronized CurrentWorker exchange(CurrentWorker other) {
        CurrentWorker before = thisJvm;
        thisJvm = other;
        return before;
    }

    Scopes scopes() {
        return scopes;
    }

    /** Takes the context of the provider; nothing is opened yet. */
    synchronized void provide(WorkerContext given) {
        context = given;
        provided = true;
        ended = false;
        failure = null;
    }

    /** Returns the database of the calling thread's scope. */
    ScopedDatabase database() {
        return service().database(scopes.current());
    }

    /** Returns the service if a database was ever asked for. */
    synchronized Optional<DatabaseService> started() {
        return Optional.ofNullable(service);
    }

    /** Returns the service, started now if this is the first time; a failed start is not tried again. */
    synchronized DatabaseService service() {
        if (failure != null) {
            throw new DatabaseException(String.valueOf(failure.getMessage()), failure);
        } else if (ended) {
            throw new DatabaseException("The worker's databases have been disposed of: its tests are over. Look for a"
                    + " thread that a test has started and not ended.");
        }
        DatabaseService current = service;
        if (current == null) {
            current = start();
            service = current;
        }
        return current;
    }

    private DatabaseService start() {
        try {
            WorkerContext given = context();
            DatabaseService started =
                    DatabaseService.start(given, Engines.chosen(given::setting), loader(), projectDirectory());
            hook();
            return started;
        } catch (DatabaseException e) {
            failure = e;
            throw e;
        }
    }

    /** Returns the engine, which is known before anything of it is opened. */
    synchronized DatabaseEngine engine() {
        return service != null ? service.engine() : Engines.chosen(context()::setting);
    }

    private synchronized WorkerContext context() {
        WorkerContext given = context;
        if (given == null) {
            given = StandaloneContext.create(projectDirectory());
            context = given;
        }
        return given;
    }

    private static Path projectDirectory() {
        return Path.of("").toAbsolutePath();
    }

    static ClassLoader loader() {
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        return ofThread != null ? ofThread : CurrentWorker.class.getClassLoader();
    }

    /** For a test that calls {@link System#exit}, or a runner that tells nobody that it ends. */
    private void hook() {
        if (!hooked) {
            hooked = true;
            Runtime.getRuntime().addShutdownHook(new Thread(this::closeQuietly, "surefoot-database-shutdown"));
        }
    }

    private void closeQuietly() {
        try {
            close(LAST_RESORT);
        } catch (IOException | RuntimeException e) {
            System.getLogger(CurrentWorker.class.getName())
                    .log(System.Logger.Level.WARNING, "The test databases could not be disposed of", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a test; returns what it left behind in a database of its own. */
    List<String> finishTest(Scope scope) {
        DatabaseService current = started().orElse(null);
        return current == null ? List.of() : current.finishTest(scope);
    }

    /** Ends a class; returns what it left behind. */
    List<String> finishClass(Scope scope) {
        Class<?> owner = scope.owner();
        if (owner == null) {
            return List.of();
        }
        scopes.classFinished(owner);
        DatabaseService current = started().orElse(null);
        return current == null ? List.of() : current.finishClass(scope, scopes.noneRunning());
    }

    boolean leaksFail() {
        return started().map(DatabaseService::leaksFail).orElse(false);
    }

    /** Disposes of everything for good, on behalf of the provider. */
    void end(Duration limit) throws IOException, InterruptedException {
        synchronized (this) {
            ended = true;
        }
        close(limit);
    }

    /** Disposes of everything at the end of a launcher session, unless the provider will. */
    void endSession(Duration limit) throws IOException, InterruptedException {
        boolean ours;
        synchronized (this) {
            ours = !provided;
        }
        if (ours) {
            close(limit);
        }
    }

    private void close(Duration limit) throws IOException, InterruptedException {
        DatabaseService open;
        synchronized (this) {
            open = service;
            service = null;
        }
        if (open != null) {
            open.close(limit);
        }
    }
}
