package io.github.surefoot.surefire;

import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalWriter;
import io.github.surefoot.core.resource.WorkerContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.maven.surefire.api.provider.ProviderParameters;
import org.apache.maven.surefire.api.report.ReporterException;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.apache.maven.surefire.api.suite.RunResult;
import org.apache.maven.surefire.api.testset.TestSetFailedException;

/** This JVM as a worker: its identity, its journal and its resources, from before the first test to after the last. */
final class Worker implements ClaimedTests.Listener {
    private final Clock clock = Clock.systemUTC();
    private final WorkerSettings settings;
    private final WorkerSecrets secrets;
    private final JournalWriter journal;
    private final ExecutionJournal executions;
    private final PlatformContext platform;
    private final WorkerContext context;
    private final Optional<TestOutput> output;
    private final Set<String> open = ConcurrentHashMap.newKeySet();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Resources resources;

    /** Keeps this worker's slot from others as long as this JVM lives. */
    @SuppressWarnings("unused") // Whoever holds it is what it is for.
    private final FileLock slot;

    private volatile Consumer<String> whenStarting = name -> {};

    /** Whether the launcher's own events tell when a class starts, because it gets all classes in one request. */
    private volatile boolean classesByPlatform;

    private Worker(WorkerSettings settings, WorkerSecrets secrets, String dispatch, ClassLoader loader)
            throws TestSetFailedException {
        this.settings = settings;
        this.secrets = secrets;
        WorkerJournal.Claimed claimed = WorkerJournal.claim(settings, secrets, dispatch, clock.millis());
        journal = claimed.journal();
        slot = claimed.slot();
        output = settings.output()
                .map(directory ->
                        new TestOutput(directory.resolve(claimed.worker().label() + ".txt")));
        context = new JournallingContext(claimed.worker(), settings, journal::append, clock);
        platform = new PlatformContext(new PlatformContext.ClassListener() {
            @Override
            public void starting(String className) {
                if (classesByPlatform) {
                    Worker.this.starting(className);
                }
            }

            @Override
            public void finished(String className) {
                if (classesByPlatform) {
                    Worker.this.finished(className);
                }
            }
        });
        executions = new ExecutionJournal(journal, clock, platform, settings.warm() ? 1 : settings.round());
        if (!secrets.fault().isEmpty()) {
            context.problem(secrets.fault());
        }
        secrets.check();
        resources = Resources.open(loader, context);
        Watchdog.start(executions, settings.testTimeout());
    }

    /** What a worker does between its start and its end. */
    interface Work {
        RunResult run(Worker worker) throws TestSetFailedException, ReporterException;
    }

    /**
     * Starts a worker, first the journal, then the resources; has it do its work; and ends it, whatever came of that.
     *
     * @param dispatch how the launcher gets the classes, for a replay: {@code all} in one request, or {@code each}
     * @throws TestSetFailedException if a resource cannot be opened, or the tests cannot be run
     */
    static RunResult run(WorkerSettings settings, String dispatch, ProviderParameters parameters, Work work)
            throws TestSetFailedException, ReporterException {
        Worker worker = start(settings, dispatch, parameters.getTestClassLoader());
        try {
            return work.run(worker);
        } catch (TestSetFailedException | RuntimeException | Error e) {
            worker.problem("Surefire could not run the tests of this worker: " + e);
            Optional<TestSetFailedException> masked = worker.secrets.masked(e);
            if (masked.isPresent()) {
                throw masked.get();
            }
            throw e;
        } finally {
            worker.finish();
        }
    }

    private static Worker start(WorkerSettings settings, String dispatch, ClassLoader loader)
            throws TestSetFailedException {
        WorkerSecrets secrets = WorkerSecrets.of(settings);
        try {
            return new Worker(settings, secrets, dispatch, loader);
        } catch (TestSetFailedException | RuntimeException | Error e) {
            // What a resource throws may show what it was to connect with.
            Optional<TestSetFailedException> masked = secrets.masked(e);
            if (masked.isPresent()) {
                throw masked.get();
            }
            throw e;
        }
    }

    PlatformContext platform() {
        return platform;
    }

    TestReportListener<TestOutputReportEntry> journalling(TestReportListener<TestOutputReportEntry> surefire) {
        return secrets.masking(new JournallingListener(
                surefire, executions, ForbiddenMessages.parse(settings.user("surefoot.forbidden")), output));
    }

    /**
     * Begins a round.
     *
     * @param byPlatform whether the launcher gets all classes in one request, so that only its own events tell when a
     *     class starts
     */
    void round(int round, boolean byPlatform) {
        executions.round(round);
        seen.clear();
        classesByPlatform = byPlatform;
    }

    /** Has somebody told of each class that starts from now on. */
    void whenStarting(Consumer<String> listener) {
        whenStarting = listener;
    }

    /** Ends a round: a planned class in which the launcher found nothing to run is done as well. */
    void endOfRound(List<String> planned) {
        classesByPlatform = false;
        planned.stream().filter(className -> !seen.contains(className)).forEach(className -> {
            starting(className);
            finished(className);
        });
    }

    @Override
    public void starting(String className, int round) {
        executions.round(round);
        starting(className);
    }

    void starting(String className) {
        whenStarting.accept(className);
        open.add(className);
        seen.add(className);
        output.ifPresent(file -> file.of(className, executions.round()));
        executions.classStarting(className);
        resources.classStarting(className);
    }

    @Override
    public void finished(String className) {
        if (open.remove(className)) {
            resources.classFinished(className);
            executions.classFinished(className);
        }
    }

    private void problem(String what) {
        context.problem(what);
    }

    /** Closes the resources and ends the journal as it should. */
    private void finish() {
        resources.close();
        journal.append(new JournalEntry.Finished(clock.millis()));
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the journal " + journal.file(), e);
        }
    }
}
