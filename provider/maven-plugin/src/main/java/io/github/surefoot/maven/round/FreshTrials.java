package io.github.surefoot.maven.round;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.RenewedFault;
import io.github.surefoot.analysis.evidence.WorkerFault;
import io.github.surefoot.analysis.evidence.reading.WorkerFaults;
import io.github.surefoot.analysis.renewal.Confirmed;
import io.github.surefoot.analysis.renewal.KindComparison;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Tries beside the rounds what fresh workers make of something, in one fresh worker each time. The journals lie beside those
 * of the run: no round gains or loses an execution by it.
 *
 * <p>What a renewed worker ran in a round in which a test failed, or in which it told of a fault, is run again, the same
 * classes in the same order. What fails, or is told of, there too is not so because classes were renewed, but for what ran
 * before it or by itself; a fresh worker that runs its class alone could not tell. And classes that fresh workers are to run alone are tried: what needs others before it
 * fails then, as it does in no round of the suite.
 */
final class FreshTrials {
    /**
     * In how many of its rounds a class is looked at that passes in others, and a fault. What comes of what ran before comes
     * each time that this is repeated; what comes by chance, fresh workers see in the rounds that they run of it.
     */
    private static final int MOST = 3;

    private final WorkerExecutions executions;
    private final RunDirectories directories;
    private final RoundListener listener;
    private final Map<String, Seen> byWorker = new HashMap<>();
    private final Set<String> ranAlone = new HashSet<>();
    private final Set<String> failing = new HashSet<>();
    private final Set<TestId> passing = new HashSet<>();
    private final Set<WorkerFault> faults = new HashSet<>();
    private int triedAlone;

    FreshTrials(WorkerExecutions executions, RunDirectories directories, RoundListener listener) {
        this.executions = executions;
        this.directories = directories;
        this.listener = listener;
    }

    /** Returns what fresh workers have seen too. */
    Confirmed confirmed() {
        return new Confirmed(failing, passing, faults);
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
        return run(own, executions.quiet().set("forkCount", "1").set("reuseForks", "true"), properties).stream()
                .flatMap(FreshTrials::failed)
                .toList();
    }

    /** Looks at what only renewed workers have told of by now. */
    void look(Evidence evidence) throws MojoExecutionException, IOException {
        List<RenewedFailure> failures = KindComparison.failures(evidence);
        runAlone(failures.stream().filter(RenewedFailure::freshToo).toList());
        Map<String, List<Question>> byWorker = new LinkedHashMap<>();
        Stream.concat(
                        failures.stream().map(this::failsToo),
                        KindComparison.faults(evidence).stream().map(this::tellsToo))
                .forEach(question -> byWorker.computeIfAbsent(question.worker(), worker -> new ArrayList<>())
                        .add(question));
        Map<Object, Integer> asked = new HashMap<>();
        for (Map.Entry<String, List<Question>> one : byWorker.entrySet()) {
            List<Question> questions = one.getValue();
            if (questions.stream().noneMatch(question -> question.isOpen(asked))) {
                continue;
            }
            Seen seen = seen(one.getKey(), questions);
            questions.forEach(question -> question.answer().accept(seen));
            questions.stream()
                    .map(Question::subject)
                    .distinct()
                    .forEach(subject -> asked.merge(subject, 1, Integer::sum));
        }
    }

    /** What fails in a fresh worker that runs nothing else fails anyway: nobody need run all that was before it. */
    private void runAlone(List<RenewedFailure> neverPassed) throws MojoExecutionException, IOException {
        Set<String> classes =
                neverPassed.stream().map(RenewedFailure::owner).collect(Collectors.toCollection(TreeSet::new));
        classes.removeAll(ranAlone);
        if (classes.isEmpty()) {
            return;
        }
        ranAlone.addAll(classes);
        Set<TestId> asked = neverPassed.stream().map(RenewedFailure::test).collect(Collectors.toSet());
        alone(classes, 1).stream()
                .filter(failure -> asked.contains(failure.test()))
                .map(Failure::owner)
                .forEach(failing::add);
    }

    /** What a fresh worker has seen that ran what a renewed one ran. */
    private record Seen(Set<TestId> failed, Set<TestId> passed, Set<WorkerFault> faults) {
        static final Seen NOTHING = new Seen(Set.of(), Set.of(), Set.of());

        static Seen in(List<Journal> journals) {
            Set<TestId> failed = journals.stream()
                    .flatMap(FreshTrials::failed)
                    .map(Failure::test)
                    .collect(Collectors.toSet());
            Set<TestId> passed = journals.stream()
                    .flatMap(journal -> WorkerFailures.of(journal).ran().stream())
                    .map(WorkerFailures.Executed::test)
                    .filter(test -> !failed.contains(test))
                    .collect(Collectors.toSet());
            return new Seen(
                    failed,
                    passed,
                    journals.stream()
                            .flatMap(journal -> WorkerFaults.in(journal).stream())
                            .collect(Collectors.toSet()));
        }
    }

    /**
     * Whether a fresh worker sees too what a renewed one saw.
     *
     * @param worker the renewed one
     * @param classes what it had taken up then
     * @param subject of what this is one of several questions
     * @param most how many of them are asked
     * @param answered whether no more need be asked
     * @param answer takes what the fresh one saw
     */
    private record Question(
            String worker,
            Collection<String> classes,
            Object subject,
            int most,
            BooleanSupplier answered,
            Consumer<Seen> answer) {
        boolean isOpen(Map<Object, Integer> asked) {
            return !answered.getAsBoolean() && asked.getOrDefault(subject, 0) < most;
        }
    }

    private Question failsToo(RenewedFailure failure) {
        String owner = failure.owner();
        return new Question(
                failure.worker(),
                Set.of(owner),
                owner,
                failure.always() ? 1 : MOST,
                () -> failing.contains(owner),
                seen -> {
                    if (seen.failed().contains(failure.test())) {
                        failing.add(owner);
                    } else if (seen.passed().contains(failure.test())) {
                        passing.add(failure.test());
                    }
                });
    }

    private Question tellsToo(RenewedFault fault) {
        return new Question(
                fault.worker(),
                fault.classes(),
                fault.faults(),
                MOST,
                () -> faults.containsAll(fault.faults()),
                seen -> seen.faults().stream().filter(fault.faults()::contains).forEach(faults::add));
    }

    private Seen seen(String worker, List<Question> questions) throws MojoExecutionException, IOException {
        Seen known = byWorker.get(worker);
        if (known == null) {
            Set<String> classes = new HashSet<>();
            questions.forEach(question -> classes.addAll(question.classes()));
            Optional<Schedule> schedule = schedule(worker, classes);
            known = schedule.isPresent() ? run(worker, schedule.get()) : Seen.NOTHING;
            byWorker.put(worker, known);
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

    private Seen run(String worker, Schedule schedule) throws MojoExecutionException, IOException {
        listener.confirms(worker, schedule.classes());
        RunDirectories own = prepare(worker);
        SurefireConfiguration configuration = executions.quiet();
        WorkerProperties properties = properties(own);
        ScheduledWorker.set(configuration, properties, schedule, own.only(1, 1));
        return Seen.in(run(own, configuration, properties));
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
    private List<Journal> run(RunDirectories own, SurefireConfiguration configuration, WorkerProperties properties)
            throws MojoExecutionException, IOException {
        try (WorkerGuard guard = WorkerGuard.start(own.journals(), executions.limits(), stop -> {}, left -> {})) {
            // What Surefire says of it is not the run's: the journal tells what failed.
            executions.run(configuration, properties);
        }
        own.ensure();
        List<Path> files;
        try (Stream<Path> all = Files.list(own.journals())) {
            files = all.filter(JournalDirectory::isJournal).toList();
        }
        List<Journal> journals = new ArrayList<>();
        for (Path file : files) {
            journals.add(JournalReader.read(file));
        }
        return journals;
    }

    /** Returns the tests that failed by a journal, or that its worker did not survive. */
    private static Stream<Failure> failed(Journal journal) {
        Map<TestId, String> owners = new HashMap<>();
        Schedule.of(journal).ifPresent(schedule -> schedule.rounds()
                .values()
                .forEach(classes -> classes.forEach(one -> one.tests().forEach(test -> owners.put(test, one.name())))));
        return WorkerFailures.of(journal).failed().keySet().stream()
                .map(WorkerFailures.Executed::test)
                .map(test -> new Failure(owners.getOrDefault(test, test.className()), test));
    }
}
