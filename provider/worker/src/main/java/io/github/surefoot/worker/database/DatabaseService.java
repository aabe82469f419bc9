package io.github.surefoot.worker.database;

import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.worker.database.connection.Closer;
import io.github.surefoot.worker.database.connection.DatabaseConnections;
import io.github.surefoot.worker.database.connection.OpenSite;
import io.github.surefoot.worker.database.fault.Fault;
import io.github.surefoot.worker.database.template.DatabaseMaker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** The databases of one worker: creates each when it is first asked for, and disposes of it when its scope ends. */
final class DatabaseService {
    private final WorkerContext context;
    private final DatabaseSettings settings;
    private final ClassLoader loader;
    private final Foundation foundation;
    private final BackEnd backEnd;
    private final Disposal disposal;
    private final Closer closer = new Closer();
    private final Map<Scope.Key, TestDatabase> databases = new ConcurrentHashMap<>();
    /** How long the disposal took that no creation has followed yet, in microseconds; none if negative. */
    private final AtomicLong disposedIn = new AtomicLong(-1);

    private volatile boolean closed;

    DatabaseService(WorkerContext context, DatabaseSettings settings, ClassLoader loader, Foundation foundation) {
        this.context = context;
        this.settings = settings;
        this.loader = loader;
        this.foundation = foundation;
        this.backEnd = new BackEnd(settings, context);
        this.disposal = new Disposal(context, settings, new Strangers(context, settings, loader));
    }

    /**
     * Lays the foundation: the template is there, and the worker has its directory.
     *
     * @param projectDirectory what paths in settings are relative to
     */
    static DatabaseService start(WorkerContext context, ClassLoader loader, Path projectDirectory) {
        DatabaseSettings settings = DatabaseSettings.read(context::setting);
        Foundation foundation = Foundation.lay(context, settings, loader, projectDirectory);
        return new DatabaseService(context, settings, loader, foundation);
    }

    /** Returns the scope's database, made if this is the first time. */
    TestDatabase database(Scope scope) {
        TestDatabase database =
                databases.computeIfAbsent(scope.key(settings.reset()), key -> create(key, scope.className()));
        database.addMappers(scope.mappers());
        return database;
    }

    private TestDatabase create(Scope.Key key, String className) {
        if (closed) {
            throw new DatabaseException("The worker's databases have been disposed of: its tests are over. Look for a"
                    + " thread that a test has started and not ended.");
        }
        long begin = System.nanoTime();
        DatabaseMaker.Made made = make();
        DatabaseConnections connections = new DatabaseConnections(made.file(), closer);
        TestDatabase database =
                new TestDatabase(key.toString(), className, made.file(), connections, backEnd, settings, loader);
        Map<String, String> details = new LinkedHashMap<>();
        details.put("database", key.toString());
        details.put("retries", Integer.toString(made.faults().size()));
        if (!made.faults().isEmpty()) {
            details.put("faults", made.faults().stream().map(Fault::word).collect(Collectors.joining(",")));
        }
        long micros = Disposal.microsSince(begin);
        details.put("micros", Long.toString(micros));
        details.put("source", foundation.sources());
        context.event(DatabaseResource.NAME, "created", details);
        reportReset(key, micros);
        return database;
    }

    /** A reset is the way from one database to the next: a disposal, and the creation that follows. */
    private void reportReset(Scope.Key key, long createdIn) {
        long before = disposedIn.getAndSet(-1);
        if (before >= 0) {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("database", key.toString());
            details.put("micros", Long.toString(before + createdIn));
            context.event(DatabaseResource.NAME, "reset", details);
        }
    }

    private DatabaseMaker.Made make() {
        try {
            return foundation.maker(this::openers).make();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("Interrupted while creating the test database", e);
        }
    }

    private List<String> openers() {
        return databases.values().stream()
                .flatMap(database -> database.openers().stream())
                .toList();
    }

    Optional<TestDatabase> databaseAt(Path file) {
        return databases.values().stream()
                .filter(database -> database.file().equals(file))
                .findFirst();
    }

    /** Refuses the file if it is one of Surefoot's: a template, another worker's, or ours by another URL. */
    void refuseForeign(Path file, OpenSite site) {
        if (file.startsWith(foundation.root())) {
            backEnd.refuseUnlessAllowed("The database " + file, site);
        }
    }

    /** Disposes of the test's own database, if it is reset per test. */
    List<String> finishTest(Scope scope) {
        return scope.reset(settings.reset()) == Reset.PER_TEST ? dispose(scope.key(settings.reset())) : List.of();
    }

    /**
     * Disposes of the class's own database, or looks for what it left open in the worker's.
     *
     * @param alone whether no other class is running, which may still use what it has open
     */
    List<String> finishClass(Scope scope, boolean alone) {
        return switch (scope.reset(settings.reset())) {
            case PER_CLASS -> dispose(scope.key(settings.reset()));
            case PER_TEST -> disposeAll(scope.className());
            case NEVER -> alone ? reportLeaks(scope.className()) : List.of();
        };
    }

    private List<String> dispose(Scope.Key key) {
        TestDatabase database = databases.remove(key);
        if (database == null) {
            return List.of();
        }
        long begin = System.nanoTime();
        List<String> found = disposal.dispose(database, context.disposalTimeout());
        disposedIn.set(Disposal.microsSince(begin));
        return found;
    }

    /** Disposes of what tests of the class have opened outside of their time, such as a timer's last call. */
    private List<String> disposeAll(String className) {
        return databases.keySet().stream()
                .filter(key -> key.owner().equals(className))
                .flatMap(key -> dispose(key).stream())
                .toList();
    }

    private List<String> reportLeaks(String className) {
        TestDatabase database = databases.get(Scope.Key.WORKER);
        return database == null ? List.of() : disposal.reportLeaks(database, className);
    }

    boolean leaksFail() {
        return settings.leaksFail();
    }

    /** Disposes of all that is left, and gives the worker's directory up. */
    void close(Duration limit) throws IOException, InterruptedException {
        closed = true;
        long deadline = System.nanoTime() + limit.toNanos();
        for (TestDatabase database : drain()) {
            disposal.dispose(database, Duration.ofNanos(Math.max(1, deadline - System.nanoTime())));
        }
        closer.shutdown();
        Memory.report(context);
        foundation.home().close(!disposal.somethingIsStuck());
    }

    private Collection<TestDatabase> drain() {
        Map<Scope.Key, TestDatabase> left = Map.copyOf(databases);
        databases.keySet().removeAll(left.keySet());
        return left.values();
    }
}
