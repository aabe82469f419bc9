package io.github.surefoot.worker.secret;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.resource.WorkerContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A worker that has settings and nothing else. */
record FakeContext(Map<String, String> settings) implements WorkerContext {
    @Override
    public WorkerId worker() {
        return new WorkerId("run", 1, 1);
    }

    @Override
    public Path buildDirectory() {
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
    }

    @Override
    public void leak(String what, String openedAt, String className, boolean fatal) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void problem(String what) {
        throw new UnsupportedOperationException();
    }
}
