package io.github.surefoot.surefire.worker;

import io.github.surefoot.core.ForbiddenPattern;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalWriter;
import io.github.surefoot.core.protocol.Dispatch;
import io.github.surefoot.core.protocol.JournalDirectory;
import io.github.surefoot.core.protocol.OutputDirectory;
import io.github.surefoot.core.resource.WorkerContext;
import io.github.surefoot.surefire.claim.ClaimedTests;
import io.github.surefoot.surefire.guard.SharedDirectory;
import io.github.surefoot.surefire.guard.ThreadDump;
import io.github.surefoot.surefire.guard.Watchdog;
import io.github.surefoot.surefire.journal.BriefListener;
import io.github.surefoot.surefire.journal.ExecutionJournal;
import io.github.surefoot.surefire.journal.ForbiddenMessages;
import io.github.surefoot.surefire.journal.JournallingListener;
import io.github.surefoot.surefire.journal.LastOutput;
import io.github.surefoot.surefire.journal.PlatformContext;
import io.github.surefoot.surefire.journal.TestOutput;
import io.github.surefoot.surefire.journal.WorkerJournal;
import io.github.surefoot.surefire.loader.Renewal;
import io.github.surefoot.surefire.redact.WorkerSecrets;
import io.github.surefoot.surefire.resource.JournallingContext;
import io.github.surefoot.surefire.resource.WorkerResources;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
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
    private final Set<String> takenUp = ConcurrentHashMap.newKeySet();
    private final Optional<LastOutput> lastOutput;
    private final WorkerResources resources;
    private final SharedDirectory shared;
    private final ProcessLeaks processes;
    private final Runnable unwatched;

    /** Keeps this worker's slot from others as long as it lives. */
    private final FileLock slot;

    private volatile Consumer<String> whenStarting = name -> {};
    private volatile Consumer<String> whenOver = name -> {};

    /** Whether the launcher's own events tell when a class starts, because it gets all classes in one request. */
    private volatile boolean classesByPlatform;

    private volatile Consumer<String> console = line -> {};

    /** What Surefire is told of goes here first, as soon as it is asked for. */
    private volatile Optional<JournallingListener> listener = Optional.empty();

    private volatile Consumer<TestOutputReportEntry> printed = entry -> {};

    /** Whether this worker has ended, although its JVM goes on. */
    private volatile boolean over;

    private volatile boolean done;

    private Worker(WorkerSettings settings, WorkerSecrets secrets, Dispatch dispatch, Path reports, ClassLoader loader)
            throws TestSetFailedException {
        this.settings = settings;
        this.secrets = secrets;
        WorkerJournal.Claimed claimed = WorkerJournal.claim(settings, secrets, dispatch, clock.millis());
        journal = claimed.journal();
        slot = claimed.slot();
        output =
                settings.output().map(directory -> new TestOutput(new OutputDirectory(directory).of(claimed.worker())));
        lastOutput = output.isPresent() ? Optional.empty() : Optional.of(LastOutput.beside(journal.file()));
        context = new JournallingContext(claimed.worker(), settings, journal::append, clock);
        platform = new PlatformContext(new PlatformContext.ClassListener() {
            @Override
            public void starting(String className) {
                if (classesByPlatform) {
                    Worker.this.starting(className);
                }
                executions.classUnderWay(className);
            }

            @Override
            public void finished(String className) {
                if (classesByPlatform) {
                    Worker.this.finished(className);
                }
            }
        });
        executions = new ExecutionJournal(
                claimed.worker().label(), journal, clock, platform, settings.warm() ? 1 : settings.round());
        if (!secrets.fault().isEmpty()) {
            context.problem(secrets.fault());
        }
        secrets.check();
        shared = new SharedDirectory(settings.buildDirectory());
        resources = WorkerResources.open(loader, context);
        processes = ProcessLeaks.since(context);
        unwatched = Watchdog.start(executions, settings.testTimeout(), settings.lifetime(), journal.file());
        if (!settings.renewed()) {
            new JvmWatches(settings, secrets, reports).start(this::cannotEnd, () -> done);
        }
    }

    /** What a worker does between its start and its end. */
    interface Work {
        RunResult run(Worker worker) throws TestSetFailedException, ReporterException;
    }

    /**
     * Starts a worker, first the journal, then the resources; has it do its work; and ends it, whatever came of that.
     *
     * @param dispatch how the launcher gets the classes, for a replay
     * @throws TestSetFailedException if a resource cannot be opened, or the tests cannot be run
     */
    static RunResult run(WorkerSettings settings, Dispatch dispatch, ProviderParameters parameters, Work work)
            throws TestSetFailedException, ReporterException {
        Worker worker = start(settings, dispatch, reports(parameters), parameters.getTestClassLoader());
        boolean brokenOff = false;
        try {
            return work.run(worker);
        } catch (TestSetFailedException | RuntimeException | Error e) {
            brokenOff = worker.brokenOff(e);
            worker.secrets.throwMasked(e);
            throw e;
        } finally {
            if (brokenOff) {
                worker.abandon();
            } else {
                worker.finish();
            }
        }
    }

    private static Path reports(ProviderParameters parameters) {
        return parameters.getReporterConfiguration().getReportsDirectory().toPath();
    }

    private static Worker start(WorkerSettings settings, Dispatch dispatch, Path reports, ClassLoader loader)
            throws TestSetFailedException {
        WorkerSecrets secrets = WorkerSecrets.of(settings);
        try {
            return new Worker(settings, secrets, dispatch, reports, loader);
        } catch (TestSetFailedException | RuntimeException | Error e) {
            // What a resource throws may show what it was to connect with.
            secrets.throwMasked(e);
            throw e;
        }
    }

    PlatformContext platform() {
        return platform;
    }

    TestReportListener<TestOutputReportEntry> journalling(TestReportListener<TestOutputReportEntry> surefire) {
        JournallingListener journalling = new JournallingListener(
                settings.briefly() ? BriefListener.before(surefire) : surefire,
                executions,
                ForbiddenMessages.parse(settings.user(ForbiddenPattern.SETTING)),
                text -> lastOutput.ifPresent(last -> last.add(text)),
                output);
        TestReportListener<TestOutputReportEntry> masking = secrets.masking(journalling);
        console = masking::warning;
        printed = masking::writeTestOutput;
        listener = Optional.of(journalling);
        return masking;
    }

    /** Returns where jqwik keeps samples that failed in a round: each has its own. */
    Path samples(int round) {
        Path file = new JournalDirectory(settings.journals()).of(context.worker());
        return context.worker().isWarm() ? JournalDirectory.samples(file, round) : JournalDirectory.samples(file);
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

    /** Has somebody told of each class that has run by itself; with an empty name, that none or several have run since. */
    void whenClassIsOver(Consumer<String> listener) {
        whenOver = listener;
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
        if (round != executions.round()) {
            processes.roundFinished();
        }
        executions.round(round);
        starting(className);
    }

    void starting(String className) {
        whenStarting.accept(className);
        whenOver.accept("");
        open.add(className);
        seen.add(className);
        takenUp.add(className);
        output.ifPresent(file -> file.of(className, executions.round()));
        executions.classStarting(className);
        resources.classStarting(className);
    }

    @Override
    public void finished(String className) {
        if (open.remove(className)) {
            resources.classFinished(className);
            executions.classFinished(className);
            shared.lookAfter(className).ifPresent(this::problem);
            processes.classFinished(className);
            whenOver.accept(open.isEmpty() ? className : "");
        }
    }

    /** Journals that the methods of a class keep their order although they were to be shuffled, and why. */
    void keptOrder(String className, String why) {
        context.event("order", "kept", Map.of("class", className, "why", why));
    }

    /** Tells of the test that ran out of memory, if one did: those after it might, too. */
    Optional<String> outOfMemory() {
        return executions.outOfMemory().map(test -> "memory that ran out in " + test.shortName());
    }

    private void problem(String what) {
        context.problem(what);
    }

    /**
     * Tells of an error that ended the launcher and with it this worker. If it ended a test, this worker counts as
     * dead: other workers run what it has left.
     *
     * @return whether it did
     */
    private boolean brokenOff(Throwable error) {
        boolean any = executions.brokenOff(error);
        problem("Surefire could not run the tests of this worker: " + error);
        return any;
    }

    /** At the limit of the end of this JVM: blames the class that is at work in it, if there is one. */
    void cannotEnd(Optional<ThreadDump> threads) {
        String what = "This JVM did not end within its limit: a shutdown hook hangs";
        Optional<String> culprit = threads.flatMap(dump -> dump.anyOf(takenUp));
        String why = what
                + (culprit.isPresent() ? ". " : ", but in no class that this worker ran. ")
                + ThreadDump.text(threads);
        journal.append(new JournalEntry.WorkerStopped(
                context.worker().label(), List.of(), culprit.map(List::of).orElse(List.of()), why, clock.millis()));
    }

    /** Closes the resources and ends the journal as it should, unless its classes go first. */
    private void finish() {
        done = true;
        processes.workerEnds(console);
        resources.close();
        executions.lookAtTheEnd();
        if (!settings.renewed()) {
            end();
        }
    }

    private void end() {
        journal.append(new JournalEntry.Finished(clock.millis()));
        flush();
        lastOutput.ifPresent(LastOutput::remove);
    }

    /**
     * Ends a worker whose JVM goes on as another one, after the project's classes are gone: tells what they have left, and
     * makes room.
     *
     * @param lastRound why this JVM runs no further round, if it does not
     * @param present the worker that this JVM has become last
     */
    void renewed(Renewal renewal, Optional<String> lastRound, Supplier<Worker> present) {
        renewal.leftBehind()
                .forEach(left -> context.leak(left.what() + " is there in later rounds", "", left.className(), false));
        lastRound.ifPresent(why -> context.leak(why + "; another JVM goes on", "", "", false));
        unwatched.run();
        over = true;
        listener.ifPresent(own -> own.over(entry -> present.get().printedLate(own, entry)));
        end();
        try {
            slot.acquiredBy().close();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot free the slot of worker " + context.worker().label(), e);
        }
    }

    /** Takes what is printed on a stream of a round that is over, as its own unless it has ended itself. */
    private void printedLate(JournallingListener by, TestOutputReportEntry entry) {
        if (over || listener.isEmpty()) {
            listener.orElse(by).keep(entry);
        } else {
            printed.accept(entry);
        }
    }

    /** Closes the journal, when nothing can come after its end any more. */
    void close() {
        try {
            journal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close the journal " + journal.file(), e);
        }
    }

    /** Closes the resources, and leaves the journal without an end, as that of a worker that died. */
    private void abandon() {
        done = true;
        processes.workerEnds(console);
        resources.close();
        flush();
    }

    /** Writes the journal whole. It is not closed: the end of this JVM may still have something to tell. */
    private void flush() {
        try {
            journal.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the journal " + journal.file(), e);
        }
    }
}
