package io.github.surefoot.maven.round;

import io.github.surefoot.analysis.schedule.Schedule;
import io.github.surefoot.analysis.schedule.ScheduledClass;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.core.protocol.JournalDirectory;
import io.github.surefoot.maven.guard.WorkerGuard;
import io.github.surefoot.maven.guard.WorkerLimits;
import io.github.surefoot.maven.surefire.SurefireConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Fresh workers that run something beside the rounds, one at a time. Their journals lie beside those of the run: no round
 * gains or loses an execution by it.
 */
final class FreshTrials {
    /** How long a worker may take beyond what the round took, and how many times that, where nobody has set a limit. */
    private static final Duration STANDING = Duration.ofMinutes(2);

    private static final int TIMES = 5;

    private final WorkerExecutions executions;
    private final RunDirectories directories;
    private final RunWatch watch;
    private final RoundListener listener;
    private final Map<String, FreshTrial> byWorker = new HashMap<>();
    private int triedAlone;
    private Optional<FreshTrial> ofRound = Optional.empty();

    FreshTrials(WorkerExecutions executions, RunDirectories directories, RunWatch watch, RoundListener listener) {
        this.executions = executions;
        this.directories = directories;
        this.watch = watch;
        this.listener = listener;
    }

    /** Runs some classes and nothing else, in the order of a round. */
    FreshTrial alone(Collection<String> classes, int round) throws MojoExecutionException, IOException {
        RunDirectories own = prepare("alone-" + ++triedAlone);
        WorkerProperties properties = properties(own).round(round).only(own.only(round, 1), List.copyOf(classes));
        return run(own, executions.quiet().set("forkCount", "1").set("reuseForks", "true"), properties);
    }

    /**
     * Runs what a worker ran, the same classes in the same order, up to the last of some. Of one worker this is done once.
     *
     * @return what it told; nothing if the journal of that worker is not there
     */
    FreshTrial like(String worker, Collection<String> classes) throws MojoExecutionException, IOException {
        FreshTrial known = byWorker.get(worker);
        if (known == null) {
            Optional<Schedule> schedule = schedule(worker, classes);
            known = schedule.isPresent() ? run(worker, schedule.get()) : FreshTrial.NOTHING;
            byWorker.put(worker, known);
        }
        return known;
    }

    /**
     * Runs a whole round: all classes on as many workers as the run has, since one alone does not see what others do beside
     * it. This is done once.
     */
    FreshTrial round() throws MojoExecutionException, IOException {
        if (ofRound.isEmpty()) {
            listener.confirmsRound();
            RunDirectories own = prepare("round");
            WorkerProperties properties = properties(own)
                    .shared(executions.oneClassEach(), own.output())
                    .upTo(1)
                    .only(own.only(1, 1), watch.planned());
            ofRound = Optional.of(run(own, executions.sharing(), properties));
        }
        return ofRound.get();
    }

    /** Returns what the worker ran up to the last of some classes; empty if its journal is not there. */
    private Optional<Schedule> schedule(String worker, Collection<String> owners) throws IOException {
        Path file = new JournalDirectory(directories.journals())
                .of(WorkerId.parse(executions.run().id(), worker));
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Schedule.of(JournalReader.read(file)).map(schedule -> upToTheLast(schedule, owners));
    }

    /** What began before the last of them had ended has a part in it: an engine may run classes side by side. */
    private static Schedule upToTheLast(Schedule schedule, Collection<String> owners) {
        List<ScheduledClass> taken =
                schedule.rounds().values().stream().flatMap(List::stream).toList();
        long end = taken.stream()
                .filter(one -> owners.contains(one.name()))
                .mapToLong(ScheduledClass::endedAt)
                .max()
                .orElse(Long.MIN_VALUE);
        Set<String> upTo = taken.stream()
                .filter(one -> one.startedAt() < end || owners.contains(one.name()))
                .map(ScheduledClass::name)
                .collect(Collectors.toSet());
        return schedule.only(upTo::contains);
    }

    private FreshTrial run(String worker, Schedule schedule) throws MojoExecutionException, IOException {
        listener.confirms(worker, schedule.classes());
        RunDirectories own = prepare(worker);
        SurefireConfiguration configuration = executions.quiet();
        WorkerProperties properties = properties(own);
        ScheduledWorker.set(configuration, properties, schedule, own.only(1, 1));
        return run(own, configuration, properties);
    }

    /** What is alone may wait for another class for ever. */
    private Duration standing() {
        return Duration.ofMillis(watch.round(1).worked()).multipliedBy(TIMES).plus(STANDING);
    }

    private RunDirectories prepare(String name) throws IOException {
        RunDirectories own = new RunDirectories(directories.trials().resolve(name));
        own.prepare();
        return own;
    }

    private WorkerProperties properties(RunDirectories own) {
        return new WorkerProperties(executions.run(), directories.work(), own.journals())
                .plan(own.plan(1, 1))
                .output(own.output())
                .samples(own.root().resolve("jqwik"));
    }

    @SuppressWarnings("try") // The guard looks on.
    private FreshTrial run(RunDirectories own, SurefireConfiguration configuration, WorkerProperties properties)
            throws MojoExecutionException, IOException {
        WorkerLimits limits = executions.limits();
        Duration lifetime = limits.lifetime().orElseGet(this::standing);
        properties.lifetime(lifetime);
        try (WorkerGuard guard = WorkerGuard.start(
                own.journals(),
                new WorkerLimits(limits.testTimeout(), Optional.of(lifetime), limits.disposal()),
                stop -> {},
                left -> {})) {
            // What Surefire says of it is not the run's: the journal tells what failed.
            executions.run(configuration, properties);
        }
        own.ensure();
        return FreshTrial.in(new JournalDirectory(own.journals()).files());
    }
}
