package io.github.surefoot.worker.database.current;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.worker.database.DatabaseException;
import io.github.surefoot.worker.database.lifecycle.Engines;
import io.github.surefoot.worker.database.setting.SettingReader;
import java.io.IOException;
import java.io.Reader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The context where no provider is: in an IDE, under plain Surefire or another build tool. Settings are system
 * properties and, after them, those of a file {@code surefoot.properties} in the working directory; what a journal
 * would hold goes to the log.
 */
final class StandaloneContext implements WorkerContext {
    private static final Logger LOG = System.getLogger("io.github.surefoot.worker.database");
    private final WorkerId worker;
    private final Path directory;
    private final Properties file;
    /** What {@code surefoot.database.url} and its like were before the URLs of the test that is running stood there. */
    private final Map<String, String> urls;

    private StandaloneContext(WorkerId worker, Path directory, Properties file, Map<String, String> urls) {
        this.worker = worker;
        this.directory = directory;
        this.file = file;
        this.urls = urls;
    }

    /** Makes a context for the project, whose files are in the temporary directory, in a place of the user's own. */
    static StandaloneContext create(Path project) {
        Path root = Path.of(System.getProperty("java.io.tmpdir"), "surefoot-" + System.getProperty("user.name"));
        Path directory = root.resolve(Integer.toHexString(project.hashCode()));
        try {
            Files.createDirectories(directory);
            Path settings = project.resolve("surefoot.properties");
            Properties file = new Properties();
            if (Files.exists(settings)) {
                try (Reader in = Files.newBufferedReader(settings, StandardCharsets.UTF_8)) {
                    file.load(in);
                }
            }
            String run = "alone-" + ProcessHandle.current().pid();
            StandaloneContext context = new StandaloneContext(new WorkerId(run, 0, 1), directory, file, givenUrls());
            PomSettings.missing(project, name -> context.setting(name).isPresent())
                    .ifPresent(missing -> LOG.log(Level.WARNING, missing));
            return context;
        } catch (IOException e) {
            throw new DatabaseException(
                    "Cannot prepare the test database: " + e + ". Set java.io.tmpdir to a directory you may write.", e);
        }
    }

    private static Map<String, String> givenUrls() {
        Map<String, String> given = new HashMap<>();
        for (String name : System.getProperties().stringPropertyNames()) {
            String value = System.getProperty(name, "");
            if (DatabaseProperties.isUrl(name) && !Engines.isCurrentUrl(value)) {
                given.put(name, value);
            }
        }
        return given;
    }

    @Override
    public WorkerId worker() {
        return worker;
    }

    @Override
    public Path buildDirectory() {
        return directory;
    }

    @Override
    public Optional<String> setting(String name) {
        return DatabaseProperties.isUrl(name)
                ? Optional.ofNullable(urls.getOrDefault(name, file.getProperty(name)))
                : Optional.ofNullable(System.getProperty(name, file.getProperty(name)));
    }

    @Override
    public Duration disposalTimeout() {
        return new SettingReader(this::setting).duration("surefoot.disposalTimeout", "15s");
    }

    @Override
    public void event(String resource, String event, Map<String, String> details) {
        LOG.log(Level.DEBUG, () -> resource + " " + event + " " + details);
    }

    @Override
    public void leak(String what, String openedAt, String className, boolean fatal) {
        LOG.log(
                fatal ? Level.ERROR : Level.WARNING,
                () -> (className.isEmpty() ? "" : "Not closed in " + className + ": ")
                        + what
                        + (openedAt.isEmpty() ? "" : ", opened at " + openedAt));
    }

    @Override
    public void problem(String what) {
        LOG.log(Level.ERROR, what);
    }
}
