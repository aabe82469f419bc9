package io.github.surefoot.maven.round;

import io.github.surefoot.analysis.renewal.RenewedFailure;
import io.github.surefoot.analysis.schedule.Schedule;
import io.github.surefoot.analysis.schedule.ScheduledClass;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.Journal;
import io.github.surefoot.core.journal.JournalReader;
import io.github.surefoot.core.protocol.JournalDirectory;
import io.github.surefoot.maven.guard.WorkerGuard;
import io.github.surefoot.maven.surefire.SurefireConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Tries beside the rounds what fresh workers make of something, in one fresh worker each time. The journals lie beside those
 * of the run: no round gains or loses an execution by it.
 *
 * <p>What a renewed worker ran in a round in which a test failed is run again, the same classes in the same order. What fails
 * there too does not fail because classes were renewed, but for what ran before it or by itself; a fresh worker that runs
 * its class alone could not tell. And classes that fresh workers are to run alone are tried: what needs others before it
 * fails then, as it does in no round of the suite.
 */
final class FreshTrials {
    /**
     * In how many of its rounds a class is looked at that passes in others. What fails for what ran before it fails each time
     * that this is repeated; what fails by chance, fresh workers see in the rounds that they run of it.
     */
    private static final int MOST = 3;

    private final WorkerExecutions executions;
    private final RunDirectories directories;
    private final RoundListener listener;
    private final Map<String, Set<TestId>> failedFresh = new HashMap<>();
    private final Set<String> confirmed = new HashSet<>();
    private int triedAlone;

    FreshTrials(WorkerExecutions executions, RunDirectories directories, RoundListener listener) {
        this.executions = executions;
        this.directories = directories;
        this.listener = listener;
    }

    /** Returns the classes of which a fresh worker has seen a failure too. */
    Set<String> confirmed() {
        return Set.copyOf(confirmed);
    }

    /**
     * A test that failed in a trial.
     *
     * @param owner the class that was taken up to run it
     */
    record Failure(String owner, TestId test) {}

    /** Returns what fails where a worker runs some classes and nothing else, in the order of a round. */
    List<Failure> alone(Collection<String> classes, int round) throws MojoExecutionException, IOException {
        RunDirectories own = prepare("alone-" + ++triedAlone);
        WorkerProperties properties = properties(own).round(round).only(own.only(round, 1), List.copyOf(classes));
        return run(own, executions.quiet().set("forkCount", "1").set("reuseForks", "true"), properties);
    }

    /** Looks at failures that only renewed workers have told of by now. */
    void look(List<RenewedFailure> failures) throws MojoExecutionException, IOException {
        Map<String, Integer> attempts = new HashMap<>();
        for (Map.Entry<String, Set<RenewedFailure>> one : byWorker(failures).entrySet()) {
            boolean isAsked = one.getValue().stream()
                    .anyMatch(failure -> !confirmed.contains(failure.owner())
                            && attempts.getOrDefault(failure.owner(), 0) < (failure.always() ? 1 : MOST));
            if (!isAsked) {
                continue;
            }
            Set<TestId> failed = failedFresh(one.getKey(), one.getValue());
            for (RenewedFailure failure : one.getValue()) {
                if (failed.contains(failure.test())) {
                    confirmed.add(failure.owner());
                }
            }
            one.getValue().stream()
                    .map(RenewedFailure::owner)
                    .distinct()
                    .forEach(owner -> attempts.merge(owner, 1, Integer::sum));
        }
    }

    private static Map<String, Set<RenewedFailure>> byWorker(List<RenewedFailure> failures) {
        Map<String, Set<RenewedFailure>> result = new LinkedHashMap<>();
        failures.forEach(failure -> result.computeIfAbsent(failure.worker(), worker -> new LinkedHashSet<>())
                .add(failure));
        return result;
    }

    private Set<TestId> failedFresh(String worker, Set<RenewedFailure> failures)
            throws MojoExecutionException, IOException {
        Set<TestId> known = failedFresh.get(worker);
        if (known == null) {
            Set<String> owners = new HashSet<>();
            failures.forEach(failure -> owners.add(failure.owner()));
            Optional<Schedule> schedule = schedule(worker, owners);
            known = schedule.isPresent() ? run(worker, schedule.get()) : Set.of();
            failedFresh.put(worker, known);
        }
        return known;
    }

    /** Returns what the worker ran up to the last of some classes; empty if its journal is not there. */
    private Optional<Schedule> schedule(String worker, Set<String> owners) throws IOException {
        Path file = new JournalDirectory(directories.journals())
                .of(WorkerId.parse(executions.run().id(), worker));
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Schedule.of(JournalReader.read(file)).map(schedule -> upToTheLast(schedule, owners));
    }

    private static Schedule upToTheLast(Schedule schedule, Set<String> owners) {
        List<String> taken = schedule.rounds().values().stream()
                .flatMap(List::stream)
                .map(ScheduledClass::name)
                .toList();
        int last = owners.stream().mapToInt(taken::lastIndexOf).max().orElse(-1);
        Set<String> upTo = new HashSet<>(taken.subList(0, last + 1));
        return schedule.only(upTo::contains);
    }

    private Set<TestId> run(String worker, Schedule schedule) throws MojoExecutionException, IOException {
        listener.confirms(worker, schedule.classes());
        RunDirectories own = prepare(worker);
        SurefireConfiguration configuration = executions.quiet();
        WorkerProperties properties = properties(own);
        ScheduledWorker.set(configuration, properties, schedule, own.only(1, 1));
        return run(own, configuration, properties).stream().map(Failure::test).collect(Collectors.toSet());
    }

    private RunDirectories prepare(String name) throws IOException {
        RunDirectories own = new RunDirectories(directories.trials().resolve(name));
        own.prepare();
        return own;
    }

    private WorkerProperties properties(RunDirectories own) {
        return new WorkerProperties(executions.run(), directories.work(), own.journals())
                .plan(own.plan(1, 1))
                .output(own.output());
    }

    @SuppressWarnings("try") // The guard looks on.
    private List<Failure> run(RunDirectories own, SurefireConfiguration configuration, WorkerProperties properties)
            throws MojoExecutionException, IOException {
        try (WorkerGuard guard = WorkerGuard.start(own.journals(), executions.limits(), stop -> {}, left -> {})) {
            // What Surefire says of it is not the run's: the journal tells what failed.
            executions.run(configuration, properties);
        }
        own.ensure();
        List<Path> journals;
        try (Stream<Path> files = Files.list(own.journals())) {
            journals = files.filter(JournalDirectory::isJournal).toList();
        }
        List<Failure> failed = new ArrayList<>();
        for (Path journal : journals) {
            failed.addAll(failed(JournalReader.read(journal)));
        }
        return failed;
    }

    /** Returns the tests that failed by a journal, or that its worker did not survive. */
    private static List<Failure> failed(Journal journal) {
        Map<TestId, String> owners = new HashMap<>();
        Schedule.of(journal).ifPresent(schedule -> schedule.rounds()
                .values()
                .forEach(classes -> classes.forEach(one -> one.tests().forEach(test -> owners.put(test, one.name())))));
        return WorkerFailures.of(journal).failed().keySet().stream()
                .map(WorkerFailures.Executed::test)
                .map(test -> new Failure(owners.getOrDefault(test, test.className()), test))
                .toList();
    }
}
