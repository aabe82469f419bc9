package io.github.surefoot.worker.database.engine.sqlite;

import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.engine.DatabaseEngine;
import io.github.surefoot.worker.database.engine.DriverClasses;
import io.github.surefoot.worker.database.engine.Preparation;
import io.github.surefoot.worker.database.engine.PreparedEngine;
import io.github.surefoot.worker.database.engine.Sweep;
import io.github.surefoot.worker.database.fault.Diagnosis;
import io.github.surefoot.worker.database.file.WorkerFiles;
import io.github.surefoot.worker.database.file.WorkerHome;
import io.github.surefoot.worker.database.schema.SchemaBuild;
import io.github.surefoot.worker.database.setting.SettingReader;
import io.github.surefoot.worker.database.sql.ScriptDialect;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** SQLite: a database is a file, copied from a template that is a file. */
public final class SqliteEngine implements DatabaseEngine {
    /** As long as a worker's name, the number of its home and that of a database get. */
    private static final String LONGEST_PATH = "r99999w999-12345678901234567890/1000000.db";

    @Override
    public String name() {
        return "sqlite";
    }

    @Override
    public DriverClasses driver() {
        return new DriverClasses("org.sqlite", "org.sqlite.JDBC", "SQLiteDataSource");
    }

    @Override
    public ScriptDialect scripts() {
        return new SqliteScripts();
    }

    @Override
    public boolean fits(String url) {
        return false;
    }

    @Override
    public String currentUrl() {
        return SqliteUrls.CURRENT;
    }

    @Override
    public Optional<String> placeOf(String url) {
        return SqliteUrls.file(url).map(Path::toString);
    }

    @Override
    public PreparedEngine prepare(Preparation preparation) throws InterruptedException {
        SettingReader settings = new SettingReader(preparation.context()::setting);
        Path project = preparation.projectDirectory();
        Path shared = preparation.shared();
        Path root = preparation.databases(settings);
        Path libraries = settings.directory("native").map(project::resolve).orElse(shared.resolve("native"));
        return prepare(preparation.context(), new SchemaBuild(preparation.sources()), root, libraries);
    }

    /** The native library, the room left by dead workers, the template, and the worker's directory. */
    private static PreparedEngine prepare(WorkerContext context, SchemaBuild schema, Path root, Path libraries)
            throws InterruptedException {
        Path workers = root.resolve("workers");
        checkLength(workers);
        try {
            loadLibrary(libraries);
            long begin = System.nanoTime();
            WorkerHome.Sweep sweep = WorkerHome.sweep(workers);
            SqliteTemplates templates = new SqliteTemplates(root.resolve("templates"));
            SqliteTemplates.Template template = templates.template(schema);
            // Last, so that what fails before leaves no directory behind.
            WorkerFiles files = WorkerFiles.create(workers, context.worker().label(), template.file(), () -> templates
                    .template(schema)
                    .file());
            return new SqliteWorker(root, files, template.built(), Sweep.since(begin, sweep.swept(), sweep.stuck()));
        } catch (IOException | LinkageError | IllegalCallerException e) {
            throw fault(SqliteDiagnoser.diagnose(e, workers.resolve("lock")));
        }
    }

    private static void loadLibrary(Path directory) throws InterruptedException {
        try {
            NativeLibrary.preset(directory);
        } catch (IOException e) {
            throw fault(SqliteDiagnoser.of(SqliteFault.NATIVE_DIRECTORY_UNUSABLE, directory, e));
        }
        try {
            NativeLibrary.load();
        } catch (SQLException | LinkageError | IllegalCallerException e) {
            throw fault(SqliteDiagnoser.diagnose(e, directory));
        }
    }

    /** SQLite would say of a path that is too long no more than that it cannot open it. */
    private static void checkLength(Path workers) {
        Path longest = workers.resolve(LONGEST_PATH);
        if (SqliteDiagnoser.tooLong(longest)) {
            IOException cause = new IOException(
                    "Paths in this directory get up to " + longest.toString().length() + " characters long");
            throw fault(SqliteDiagnoser.of(SqliteFault.PATH_TOO_LONG, longest, cause));
        }
    }

    private static DatabaseException fault(Diagnosis diagnosis) {
        return new DatabaseException("Cannot prepare the test database: " + diagnosis.message(), diagnosis.cause());
    }
}
