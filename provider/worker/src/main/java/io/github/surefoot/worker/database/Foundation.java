package io.github.surefoot.worker.database;

import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.worker.database.fault.Backoff;
import io.github.surefoot.worker.database.fault.Diagnoser;
import io.github.surefoot.worker.database.fault.Diagnosis;
import io.github.surefoot.worker.database.fault.Fault;
import io.github.surefoot.worker.database.schema.Resources;
import io.github.surefoot.worker.database.schema.SchemaFinder;
import io.github.surefoot.worker.database.schema.SchemaSource;
import io.github.surefoot.worker.database.template.DatabaseMaker;
import io.github.surefoot.worker.database.template.NativeLibrary;
import io.github.surefoot.worker.database.template.TemplateStore;
import io.github.surefoot.worker.database.template.TemplateStore.Template;
import io.github.surefoot.worker.database.template.WorkerHome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What all databases of a worker stand on.
 *
 * @param root the directory of all databases of the build
 * @param home the worker's part of it
 * @param template what databases are copied from
 */
record Foundation(Path root, WorkerHome home, Template template) {
    /** As long as a worker's name, the number of its home and that of a database get. */
    private static final String LONGEST_PATH = "r99999w999-12345678901234567890/1000000.db";

    /**
     * Prepares all of it: the native library, the room left by dead workers, the worker's directory, the template.
     *
     * @throws DatabaseException if something of it cannot be had
     */
    static Foundation lay(WorkerContext context, DatabaseSettings settings, ClassLoader loader, Path projectDirectory) {
        long begin = System.nanoTime();
        Path shared =
                context.buildDirectory().resolve("database").toAbsolutePath().normalize();
        Path root = settings.directory()
                .map(projectDirectory::resolve)
                .orElse(shared)
                .toAbsolutePath()
                .normalize();
        Path libraries =
                settings.nativeDirectory().map(projectDirectory::resolve).orElse(shared.resolve("native"));
        Path workers = root.resolve("workers");
        checkLength(workers);
        try {
            loadLibrary(libraries);
            SurefootDriver.install();
            DatabaseProperties.publish(loader);
            WorkerHome.Sweep sweep = WorkerHome.sweep(workers);
            report(sweep, context);
            List<SchemaSource> sources =
                    new SchemaFinder(settings.schema(), new Resources(loader, projectDirectory)).find();
            Template template = new TemplateStore(root.resolve("templates")).template(sources);
            // Last, so that what fails before leaves no directory behind.
            WorkerHome home = WorkerHome.create(workers, context.worker().label());
            Map<String, String> details = new LinkedHashMap<>();
            details.put("built", template.built() ? "yes" : "no");
            details.put("source", template.sources());
            details.put("micros", Long.toString(Disposal.microsSince(begin)));
            context.event(DatabaseResource.NAME, "prepared", details);
            return new Foundation(root, home, template);
        } catch (IOException | SQLException | LinkageError | IllegalCallerException e) {
            throw fault(Diagnoser.diagnose(e, workers.resolve("lock")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException("Interrupted while preparing the test database", e);
        }
    }

    private static void loadLibrary(Path directory) throws InterruptedException {
        try {
            NativeLibrary.preset(directory);
        } catch (IOException e) {
            throw fault(Diagnoser.of(Fault.NATIVE_DIRECTORY_UNUSABLE, directory, e));
        }
        try {
            NativeLibrary.load();
        } catch (SQLException | LinkageError | IllegalCallerException e) {
            throw fault(Diagnoser.diagnose(e, directory));
        }
    }

    /** SQLite would say of a path that is too long no more than that it cannot open it. */
    private static void checkLength(Path workers) {
        Path longest = workers.resolve(LONGEST_PATH);
        if (Diagnoser.tooLong(longest)) {
            IOException cause = new IOException(
                    "Paths in this directory get up to " + longest.toString().length() + " characters long");
            throw fault(Diagnoser.of(Fault.PATH_TOO_LONG, longest, cause));
        }
    }

    private static DatabaseException fault(Diagnosis diagnosis) {
        return new DatabaseException("Cannot prepare the test database: " + diagnosis.message(), diagnosis.cause());
    }

    private static void report(WorkerHome.Sweep sweep, WorkerContext context) {
        if (sweep.swept() > 0 || !sweep.stuck().isEmpty()) {
            Map<String, String> details = new LinkedHashMap<>();
            details.put("homes", Integer.toString(sweep.swept()));
            if (!sweep.stuck().isEmpty()) {
                details.put("stuck", String.join("; ", sweep.stuck()));
            }
            context.event(DatabaseResource.NAME, "swept", details);
        }
    }

    String sources() {
        return template.sources();
    }

    DatabaseMaker maker(Supplier<List<String>> openers) {
        return new DatabaseMaker(template.file(), home, Backoff.usual(), openers);
    }
}
