package io.github.surefoot.bench;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.resource.WorkerContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A worker with no journal. */
record BenchContext(Path buildDirectory, Map<String, String> settings) implements WorkerContext {
    /** One with no setting either. */
    BenchContext(Path buildDirectory) {
        this(buildDirectory, Map.of());
    }

    @Override
    public WorkerId worker() {
        return new WorkerId("bench", 1, 1);
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
        // Nothing is told: the benchmark measures what is made, not what is written about it.
    }

    @Override
    public void leak(String what, String openedAt, String className, boolean fatal) {
        throw new IllegalStateException("Left open: " + what + " at " + openedAt);
    }

    @Override
    public void problem(String what) {
        throw new IllegalStateException(what);
    }
}
