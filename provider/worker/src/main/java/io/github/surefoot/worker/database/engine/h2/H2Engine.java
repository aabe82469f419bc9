package io.github.surefoot.worker.database.engine.h2;

import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.engine.DatabaseEngine;
import io.github.surefoot.worker.database.engine.DriverClasses;
import io.github.surefoot.worker.database.engine.Preparation;
import io.github.surefoot.worker.database.engine.PreparedEngine;
import io.github.surefoot.worker.database.engine.Sweep;
import io.github.surefoot.worker.database.file.WorkerFiles;
import io.github.surefoot.worker.database.file.WorkerHome;
import io.github.surefoot.worker.database.schema.SchemaBuild;
import io.github.surefoot.worker.database.setting.SettingReader;
import io.github.surefoot.worker.database.sql.ScriptDialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.Driver;

/** H2, by the driver that the project has: a database is a file, on disk or in memory, copied from a template. */
public final class H2Engine implements DatabaseEngine {
    private static final int OLDEST = 2;

    @Override
    public String name() {
        return "h2";
    }

    @Override
    public DriverClasses driver() {
        return new DriverClasses("org.h2", "org.h2.Driver", "JdbcDataSource");
    }

    @Override
    public ScriptDialect scripts() {
        return new H2Scripts();
    }

    @Override
    public boolean fits(String url) {
        return url.startsWith(H2Url.PREFIX);
    }

    @Override
    public String currentUrl() {
        return H2Url.CURRENT;
    }

    @Override
    public Optional<String> placeOf(String url) {
        return H2Url.placeOf(url);
    }

    @Override
    public PreparedEngine prepare(Preparation preparation) throws InterruptedException {
        SettingReader settings = new SettingReader(preparation.context()::setting);
        H2Url url = H2Url.read(settings.url().orElse(H2Url.PREFIX + "mem:"));
        requireDriver();
        Path root = preparation.databases(settings).resolve("h2");
        try {
            H2Templates templates = new H2Templates(root.resolve("templates"), url);
            SchemaBuild schema = new SchemaBuild(preparation.sources());
            H2Templates.Template template = templates.template(schema);
            return url.memory()
                    ? new H2Worker(new H2InMemory(Files.readAllBytes(template.file())), url, template, Sweep.NONE)
                    : inFiles(preparation.context(), root, url, template, () -> templates
                            .template(schema)
                            .file());
        } catch (IOException e) {
            throw new DatabaseException(
                    "Cannot prepare the test database: "
                            + H2Database.diagnose(e, root.toString()).message(),
                    e);
        }
    }

    private static PreparedEngine inFiles(
            WorkerContext context, Path root, H2Url url, H2Templates.Template template, WorkerFiles.Templates again)
            throws IOException, InterruptedException {
        Path workers = root.resolve("workers");
        long begin = System.nanoTime();
        WorkerHome.Sweep sweep = WorkerHome.sweep(workers);
        // Last, so that what fails before leaves no directory behind.
        WorkerFiles files = WorkerFiles.create(workers, context.worker().label(), template.file(), again);
        return new H2Worker(
                new H2InFiles(root, files), url, template, Sweep.since(begin, sweep.swept(), sweep.stuck()));
    }

    private static void requireDriver() {
        int version;
        try {
            version = new Driver().getMajorVersion();
        } catch (LinkageError e) {
            throw new DatabaseException(
                    "The engine of the test database is h2, but H2 is not on the test class path. Add"
                            + " com.h2database:h2 in test scope, or set surefoot.database.engine to another engine.",
                    e);
        }
        if (version < OLDEST) {
            throw new DatabaseException("H2 on the test class path is version " + version
                    + "; worker databases need version 2 or later. Raise com.h2database:h2.");
        }
    }
}
