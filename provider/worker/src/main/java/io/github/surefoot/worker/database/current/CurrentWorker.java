package io.github.surefoot.worker.database.current;

import io.github.surefoot.core.SettingException;
import io.github.surefoot.core.process.OwnTimeLimit;
import io.github.surefoot.core.protocol.DatabaseNames;
import io.github.surefoot.core.protocol.Setting;
import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.lifecycle.DatabaseService;
import io.github.surefoot.worker.database.lifecycle.Scope;
import io.github.surefoot.worker.database.lifecycle.ScopedDatabase;
import io.github.surefoot.worker.database.lifecycle.Scopes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The databases of this JVM, of which there is one worker. This is the only static state of the library: the provider,
 * JUnit's extension and listeners, the JDBC driver and {@code TestDatabase.current()} are each made by somebody else
 * and could not meet otherwise.
 */
final class CurrentWorker {
    private static volatile CurrentWorker thisJvm = new CurrentWorker();
    private static final Duration LAST_RESORT = Duration.ofSeconds(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Scopes scopes = new Scopes();
    private final Map<String, NamedService> services = new LinkedHashMap<>();
    private @Nullable WorkerContext context;
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
        if (started().isEmpty()) {
            services.clear();
        }
    }

    /** Returns a database of the calling thread's scope. */
    ScopedDatabase database(String name) {
        return service(name).database(scopes.current());
    }

    /** Returns the services of which a database was ever asked for. */
    synchronized List<DatabaseService> started() {
        return services.values().stream()
                .flatMap(service -> service.started().stream())
                .toList();
    }

    /** Returns a service, started now if this is the first time. */
    DatabaseService service(String name) {
        NamedService named;
        synchronized (this) {
            if (ended) {
                throw new DatabaseException(
                        "The worker's databases have been disposed of: its tests are over. Look for a"
                                + " thread that a test has started and not ended.");
            }
            named = named(name);
            hook();
        }
        return named.get(loader(), projectDirectory());
    }

    /**
     * Returns what makes the databases of a name.
     *
     * @throws DatabaseException if there is none of that name
     */
    synchronized NamedService named(String name) {
        return all().stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new DatabaseException("There is no database '" + name + "': " + Setting.DATABASES.key()
                                + (services.size() == 1
                                        ? " names none beside the first."
                                        : " names " + String.join(", ", furtherNames()) + ".")
                                + " Set it to the names of all that there are beside the first, or mend the name."));
    }

    private static List<String> names(WorkerContext given) {
        try {
            return DatabaseNames.read(given::setting);
        } catch (SettingException e) {
            throw new DatabaseException(String.valueOf(e.getMessage()), e);
        }
    }

    private List<String> furtherNames() {
        return services.keySet().stream().filter(name -> !name.isEmpty()).toList();
    }

    /** Returns what makes the project's databases, the first database's first. */
    synchronized List<NamedService> all() {
        if (services.isEmpty()) {
            WorkerContext given = context();
            names(given).forEach(name -> services.put(name, new NamedService(name, given, this)));
        }
        return List.copyOf(services.values());
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

    /** Ends a test; returns what it left behind in databases of its own. */
    List<String> finishTest(Scope scope) {
        return started().stream()
                .flatMap(service -> service.finishTest(scope).stream())
                .toList();
    }

    /** Ends a class; returns what it left behind. */
    List<String> finishClass(Scope scope) {
        Class<?> owner = scope.owner();
        if (owner == null) {
            return List.of();
        }
        scopes.classFinished(owner);
        return started().stream()
                .flatMap(service -> service.finishClass(scope, scopes.noneRunning()).stream())
                .toList();
    }

    boolean leaksFail() {
        return started().stream().anyMatch(DatabaseService::leaksFail);
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

    /** Closes one after the other, all within the limit; what goes wrong with one keeps no other from being closed. */
    private void close(Duration limit) throws IOException, InterruptedException {
        List<DatabaseService> open;
        synchronized (this) {
            open = services.values().stream()
                    .flatMap(service -> service.take().stream())
                    .toList();
        }
        OwnTimeLimit left = new OwnTimeLimit(limit, LOOK_EVERY);
        @Nullable IOException failed = null;
        for (DatabaseService service : open) {
            try {
                service.close(left.left().plusNanos(1));
            } catch (IOException e) {
                if (failed != null) {
                    e.addSuppressed(failed);
                }
                failed = e;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
