package io.github.surefoot.worker.database.lifecycle;

import io.github.surefoot.core.process.OwnTimeLimit;
import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.Reset;
import io.github.surefoot.worker.database.bypass.Bypasses;
import io.github.surefoot.worker.database.connection.Closer;
import io.github.surefoot.worker.database.connection.DatabaseConnections;
import io.github.surefoot.worker.database.connection.OpenSite;
import io.github.surefoot.worker.database.engine.DatabaseEngine;
import io.github.surefoot.worker.database.engine.DatabaseJournal;
import io.github.surefoot.worker.database.engine.EngineDatabase;
import io.github.surefoot.worker.database.engine.Preparation;
import io.github.surefoot.worker.database.engine.PreparedEngine;
import io.github.surefoot.worker.database.engine.Sweep;
import io.github.surefoot.worker.database.fault.Attempts;
import io.github.surefoot.worker.database.fault.Fault;
import io.github.surefoot.worker.database.mybatis.MapperCatalog;
import io.github.surefoot.worker.database.schema.SchemaBuild;
import io.github.surefoot.worker.database.schema.SchemaFiles;
import io.github.surefoot.worker.database.schema.SchemaFinder;
import io.github.surefoot.worker.database.schema.SchemaSource;
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
public final class DatabaseService {
    private static final long NANOS_PER_MICRO = 1000;
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final WorkerContext context;
    private final DatabaseJournal journal;
    private final DatabaseSettings settings;
    private final MapperCatalog mappers;
    private final DatabaseEngine engine;
    private final PreparedEngine prepared;
    private final String sources;
    private final BackEnd backEnd;
    private final LostTransactions lostTransactions;
    private final DatabaseDisposal disposal;
    private final Closer closer = new Closer();
    private final Map<Scope.Key, ScopedDatabase> databases = new ConcurrentHashMap<>();
    /** How long the disposal took that no creation has followed yet, in microseconds; none if negative. */
    private final AtomicLong disposedIn = new AtomicLong(-1);

    private volatile boolean closed;

    private DatabaseService(
            WorkerContext context,
            DatabaseSettings settings,
            ClassLoader loader,
            DatabaseEngine engine,
            PreparedEngine prepared,
            String sources) {
        this.context = context;
        this.journal = new DatabaseJournal(context);
        this.settings = settings;
        this.mappers = new MapperCatalog(loader);
        this.engine = engine;
        this.prepared = prepared;
        this.sources = sources;
        this.backEnd = new BackEnd(settings, journal);
        this.lostTransactions = new LostTransactions(context, settings.lostCommits());
        this.disposal = new DatabaseDisposal(
                context, settings, new Bypasses(context, settings.leaksFail(), engine.driver(), loader));
    }

    /**
     * Prepares the engine: the template is there, and the worker has its place.
     *
     * @param projectDirectory what paths in settings are relative to
     * @param name which of the project's databases it makes; empty for the first
     * @throws DatabaseException if a setting or the schema is wrong, or the engine cannot be had
     */
    public static DatabaseService start(
            WorkerContext context, DatabaseEngine engine, ClassLoader loader, Path projectDirectory, String name) {
        long begin = System.nanoTime();
        DatabaseSettings settings = DatabaseSettings.read(context::setting, name);
        List<SchemaSource> sources = sources(settings, engine, new SchemaFiles(loader, projectDirectory));
        try {
            PreparedEngine prepared = engine.prepare(new Preparation(context, projectDirectory, sources, name));
            String words = new SchemaBuild(sources).words();
            DatabaseService service = new DatabaseService(context, settings, loader, engine, prepared, words);
            service.reportPrepared(begin);
            return service;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("Interrupted while preparing the test database", e);
        }
    }

    private static List<SchemaSource> sources(DatabaseSettings settings, DatabaseEngine engine, SchemaFiles files) {
        try {
            return new SchemaFinder(settings.schema(), files, engine.scripts()).find();
        } catch (IOException e) {
            throw new DatabaseException("Cannot read the schema of the test database: " + e, e);
        }
    }

    private void reportPrepared(long begin) {
        Sweep swept = prepared.swept();
        if (swept.swept() > 0 || !swept.stuck().isEmpty()) {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("homes", Integer.toString(swept.swept()));
            if (!swept.stuck().isEmpty()) {
                details.put("stuck", String.join("; ", swept.stuck()));
            }
            details.put("micros", Long.toString(swept.took().toNanos() / NANOS_PER_MICRO));
            journal.event("swept", details);
        }
        Map<String, String> details = new LinkedHashMap<>();
        details.put("built", prepared.templateBuilt() ? "yes" : "no");
        details.put("source", sources);
        details.put("engine", engine.name());
        details.put("micros", Long.toString(DatabaseDisposal.microsSince(begin)));
        journal.event("prepared", details);
    }

    /** Returns the scope's database, made if this is the first time. */
    public ScopedDatabase database(Scope scope) {
        ScopedDatabase database =
                databases.computeIfAbsent(scope.key(settings.reset()), key -> create(key, scope.className()));
        database.addMappers(scope.mappers());
        return database;
    }

    private ScopedDatabase create(Scope.Key key, String className) {
        if (closed) {
            throw new DatabaseException("The worker's databases have been disposed of: its tests are over. Look for a"
                    + " thread that a test has started and not ended.");
        }
        long begin = System.nanoTime();
        Attempts.Done<EngineDatabase> made = make();
        ScopedDatabase database = new ScopedDatabase(
                key.toString(),
                className,
                new DatabaseConnections(made.result(), closer, lostTransactions.in(className)),
                made.result(),
                backEnd,
                settings.myBatis(),
                mappers);
        Map<String, String> details = new LinkedHashMap<>();
        details.put("database", key.toString());
        details.put("retries", Integer.toString(made.faults().size()));
        if (!made.faults().isEmpty()) {
            details.put("faults", made.faults().stream().map(Fault::word).collect(Collectors.joining(",")));
        }
        long micros = DatabaseDisposal.microsSince(begin);
        details.put("micros", Long.toString(micros));
        details.put("source", sources);
        journal.event("created", details);
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
            journal.event("reset", details);
        }
    }

    private Attempts.Done<EngineDatabase> make() {
        try {
            return prepared.make(this::openers);
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

    /** Returns the engine that all databases of this worker are of. */
    public DatabaseEngine engine() {
        return engine;
    }

    /**
     * Returns what stands behind a URL of the engine.
     *
     * @param place where it leads to, see {@link DatabaseEngine#placeOf}
     */
    public Optional<ScopedDatabase> databaseAt(String place) {
        return databases.values().stream()
                .filter(database -> database.place().equals(place))
                .findFirst();
    }

    /** Refuses the place if it is one of Surefoot's: a template, another worker's, or ours by another URL. */
    public void refuseForeign(String place, OpenSite site) {
        if (prepared.owns(place)) {
            backEnd.refuseUnlessAllowed("The database " + place, site);
        }
    }

    /** Disposes of the test's own database, if it is reset per test. */
    public List<String> finishTest(Scope scope) {
        return scope.reset(settings.reset()) == Reset.PER_TEST ? dispose(scope.key(settings.reset())) : List.of();
    }

    /**
     * Disposes of the class's own database, or looks for what it left open in the worker's.
     *
     * @param alone whether no other class is running, which may still use what it has open
     */
    public List<String> finishClass(Scope scope, boolean alone) {
        return switch (scope.reset(settings.reset())) {
            case PER_CLASS -> dispose(scope.key(settings.reset()));
            case PER_TEST -> disposeAll(scope.className());
            case NEVER -> alone ? reportLeaks(scope.className()) : List.of();
        };
    }

    private List<String> dispose(Scope.Key key) {
        ScopedDatabase database = databases.remove(key);
        if (database == null) {
            return List.of();
        }
        long begin = System.nanoTime();
        List<String> found = disposal.dispose(database, context.disposalTimeout());
        disposedIn.set(DatabaseDisposal.microsSince(begin));
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
        ScopedDatabase database = databases.get(Scope.Key.WORKER);
        return database == null ? List.of() : disposal.reportLeaks(database, className);
    }

    /** Tells whether what is left open breaks the build. */
    public boolean leaksFail() {
        return settings.leaksFail();
    }

    /** Disposes of all that is left, and gives the worker's directory up. */
    public void close(Duration limit) throws IOException, InterruptedException {
        closed = true;
        OwnTimeLimit left = new OwnTimeLimit(limit, LOOK_EVERY);
        for (ScopedDatabase database : drain()) {
            disposal.dispose(database, left.left().plusNanos(1));
        }
        closer.shutdown();
        Memory.report(journal);
        long begin = System.nanoTime();
        // A third is left for the rest: what takes too long has to be told before the worker is told to hang.
        Duration most = left.left().multipliedBy(2).dividedBy(3);
        reportLeft(prepared.close(!disposal.somethingIsStuck(), most), begin);
    }

    private void reportLeft(List<String> leftToSweep, long begin) {
        if (!leftToSweep.isEmpty()) {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("databases", Integer.toString(leftToSweep.size()));
            details.put("stuck", String.join("; ", leftToSweep));
            details.put("micros", Long.toString(DatabaseDisposal.microsSince(begin)));
            journal.event("left", details);
        }
    }

    private Collection<ScopedDatabase> drain() {
        Map<Scope.Key, ScopedDatabase> left = Map.copyOf(databases);
        databases.keySet().removeAll(left.keySet());
        return left.values();
    }
}
