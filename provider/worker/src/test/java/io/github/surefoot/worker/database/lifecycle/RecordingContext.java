package io.github.surefoot.worker.database.lifecycle;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.resource.WorkerContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A worker's context that remembers what was reported. */
public final class RecordingContext implements WorkerContext {
    private final Path directory;
    private final Map<String, String> settings = new HashMap<>();
    public final List<String> events = new CopyOnWriteArrayList<>();
    public final List<String> leaks = new CopyOnWriteArrayList<>();
    public final List<String> problems = new CopyOnWriteArrayList<>();

    public RecordingContext(Path directory) {
        this.directory = directory;
    }

    public RecordingContext with(String name, Object value) {
        settings.put(name, value.toString());
        return this;
    }

    public DatabaseService start() {
        return DatabaseService.start(
                this,
                Engines.chosen(this::setting, RecordingContext.class.getClassLoader()),
                RecordingContext.class.getClassLoader(),
                Path.of("").toAbsolutePath(),
                "");
    }

    @Override
    public WorkerId worker() {
        return new WorkerId("test", 1, 1);
    }

    @Override
    public Path buildDirectory() {
        return directory;
    }

    @Override
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name));
    }

    @Override
    public Duration disposalTimeout() {
        return Duration.ofSeconds(15);
    }

    @Override
    public void event(String resource, String event, Map<String, String> details) {
        events.add(resource + " " + event + " " + details);
    }

    /** Returns what was told of databases that cannot be had. */
    public List<String> unavailable() {
        return events.stream()
                .filter(event -> event.startsWith("database unavailable "))
                .toList();
    }

    @Override
    public void leak(String what, String openedAt, String className, boolean fatal) {
        leaks.add(what + " | " + openedAt + " | " + className + " | " + fatal);
    }

    @Override
    public void problem(String what) {
        problems.add(what);
    }
}
