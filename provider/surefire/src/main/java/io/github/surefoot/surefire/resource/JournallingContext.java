package io.github.surefoot.surefire.resource;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.protocol.ResourceFact;
import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What resources learn of this worker; what they tell goes into its journal. */
public final class JournallingContext implements WorkerContext {
    private final WorkerId worker;
    private final WorkerSettings settings;
    private final Consumer<JournalEntry> journal;
    private final Clock clock;

    /**
     * Prepares what resources may know.
     *
     * @param journal takes what resources report
     */
    public JournallingContext(WorkerId worker, WorkerSettings settings, Consumer<JournalEntry> journal, Clock clock) {
        this.worker = worker;
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public WorkerId worker() {
        return worker;
    }

    @Override
    public Path buildDirectory() {
        return settings.buildDirectory();
    }

    @Override
    public Optional<String> setting(String name) {
        return settings.user(name);
    }

    @Override
    public Duration disposalTimeout() {
        return settings.disposalTimeout();
    }

    @Override
    public void event(String resource, String event, Map<String, String> details) {
        journal.accept(new JournalEntry.ResourceEvent(resource, event, details, clock.millis()));
        if (event.equals(ResourceFact.UNAVAILABLE)) {
            LastRound.of(settings).ifPresent(LastRound::declare);
        }
    }

    @Override
    public void leak(String what, String openedAt, String className, boolean fatal) {
        journal.accept(new JournalEntry.LeakFound(what, openedAt, className, fatal, clock.millis()));
    }

    @Override
    public void problem(String what) {
        journal.accept(new JournalEntry.Problem(what, clock.millis()));
    }
}
