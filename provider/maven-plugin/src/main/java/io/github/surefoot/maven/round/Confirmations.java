package io.github.surefoot.maven.round;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.RenewedFault;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.WorkerFault;
import io.github.surefoot.analysis.renewal.Confirmed;
import io.github.surefoot.analysis.renewal.KindComparison;
import io.github.surefoot.analysis.renewal.RenewedFailure;
import io.github.surefoot.analysis.renewal.SplitCompany;
import io.github.surefoot.analysis.renewal.Symptom;
import io.github.surefoot.core.TestId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * Finds out of what renewed workers have told whether fresh ones tell it too, by trials beside the rounds.
 *
 * <p>What a renewed worker ran in a round in which a test failed, or in which it told of a fault, is run again, the same
 * classes in the same order. What fails, or is told of, there too is not so because classes were renewed, but for what ran
 * before it or by itself; a fresh worker that runs its class alone could not tell.
 */
final class Confirmations {
    /** So often a failure must come back that comes in some rounds only: one by chance may do so once. */
    private static final int ENOUGH = 2;

    /** In how many rounds a fault is looked for. What comes of what ran before comes each time that this is repeated. */
    private static final int MOST = 3;

    private final FreshTrials trials;
    private final int workers;
    private final OutcomesByClass inCompany = new OutcomesByClass();
    private final Set<TestId> ranAlone = new HashSet<>();
    private final Map<Object, Integer> asked = new HashMap<>();
    private final Map<Way, Integer> seenFailing = new HashMap<>();
    private final Set<Way> failing = new HashSet<>();
    private final Set<TestId> unlike = new HashSet<>();
    private final Set<WorkerFault> faults = new HashSet<>();
    private final Set<TestId> besideOthers = new HashSet<>();

    /**
     * Prepares to find out.
     *
     * @param workers how many the run has
     */
    Confirmations(FreshTrials trials, int workers) {
        this.trials = trials;
        this.workers = workers;
    }

    /** A test, and how it failed. */
    private record Way(TestId test, Symptom symptom) {
        static Way of(RenewedFailure failure) {
            return new Way(failure.test(), failure.symptom());
        }
    }

    /** Returns what fresh workers have seen too, and what they have not. */
    Confirmed confirmed() {
        Set<TestId> inAllWays = failing.stream().map(Way::test).collect(Collectors.toSet());
        inAllWays.removeAll(unlike);
        return new Confirmed(inAllWays, unlike, faults);
    }

    /** Returns what fresh workers have told of tests that had before them what they had in a round. */
    OutcomesByClass inCompany() {
        return inCompany;
    }

    /** Runs what a worker of the first round ran, up to the last of some classes, once more. */
    void repeat(String worker, Collection<String> classes) throws MojoExecutionException, IOException {
        inCompany.add(trials.like(worker, classes).outcomes());
    }

    /** Looks at what only renewed workers have told of by now. */
    void look(Evidence evidence) throws MojoExecutionException, IOException {
        Set<String> split = SplitCompany.of(evidence);
        List<RenewedFailure> failures = KindComparison.failures(evidence);
        // To repeat what ran before these in their JVM would repeat what no fresh worker ever ran.
        failures.stream()
                .filter(failure -> split.contains(failure.worker()))
                .map(RenewedFailure::test)
                .forEach(unlike::add);
        runAlone(failures.stream().filter(RenewedFailure::freshToo).toList());
        Map<Way, Long> times = failures.stream().collect(Collectors.groupingBy(Way::of, Collectors.counting()));
        ask(Stream.concat(
                        failures.stream().map(failure -> failsToo(failure, times.getOrDefault(Way.of(failure), 1L))),
                        KindComparison.faults(evidence).stream().map(this::tellsToo))
                .filter(question -> !split.contains(question.worker()))
                .toList());
        lookBesideOthers(evidence);
    }

    /**
     * One worker does not see what the others of its round did: a port that one of them had, say. So what one that ran the
     * same did not see fail may fail beside them all the same, as it has in the first round, or does in another.
     */
    private void lookBesideOthers(Evidence evidence) throws MojoExecutionException, IOException {
        if (workers == 1 || unlike.isEmpty()) {
            return;
        }
        Set<TestId> ofFirstRound = evidence.tests().stream()
                .filter(test -> test.executions().stream()
                        .anyMatch(execution ->
                                execution.round() == 1 && execution.outcome().countsAgainstTheTest()))
                .map(TestEvidence::id)
                .collect(Collectors.toSet());
        unlike.stream().filter(ofFirstRound::contains).forEach(besideOthers::add);
        if (!besideOthers.containsAll(unlike)) {
            Set<TestId> failed = trials.round().outcomes().failed();
            unlike.stream().filter(failed::contains).forEach(besideOthers::add);
        }
    }

    /** Tells whether anything is known to fail beside the others that a fresh worker alone did not see fail. */
    boolean anyBesideOthers() {
        return !besideOthers.isEmpty();
    }

    /** What fails in a fresh worker that runs nothing else fails anyway: nobody need run all that was before it. */
    private void runAlone(List<RenewedFailure> neverPassed) throws MojoExecutionException, IOException {
        Map<TestId, String> owners = new TreeMap<>();
        neverPassed.forEach(failure -> owners.put(failure.test(), failure.owner()));
        owners.keySet().removeAll(ranAlone);
        owners.keySet().removeAll(unlike);
        if (owners.isEmpty()) {
            return;
        }
        ranAlone.addAll(owners.keySet());
        OutcomesByClass alone = trials.alone(new TreeSet<>(owners.values()), 1).outcomes();
        neverPassed.stream().filter(alone::failedByType).map(Way::of).forEach(failing::add);
    }

    private void ask(List<Question> questions) throws MojoExecutionException, IOException {
        Map<String, List<Question>> workers = new LinkedHashMap<>();
        questions.forEach(question -> workers.computeIfAbsent(question.worker(), worker -> new ArrayList<>())
                .add(question));
        for (Map.Entry<String, List<Question>> one : workers.entrySet()) {
            List<Question> ofWorker = one.getValue();
            if (ofWorker.stream().noneMatch(question -> question.isOpen(asked))) {
                continue;
            }
            Set<String> classes = new HashSet<>();
            ofWorker.forEach(question -> classes.addAll(question.classes()));
            FreshTrial trial = trials.like(one.getKey(), classes);
            inCompany.add(trial.outcomes());
            ofWorker.forEach(question -> question.answer().accept(trial));
            ofWorker.stream()
                    .map(Question::subject)
                    .distinct()
                    .forEach(subject -> asked.merge(subject, 1, Integer::sum));
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
            Consumer<FreshTrial> answer) {
        boolean isOpen(Map<Object, Integer> asked) {
            return !answered.getAsBoolean() && asked.getOrDefault(subject, 0) < most;
        }
    }

    private Question failsToo(RenewedFailure failure, long times) {
        TestId test = failure.test();
        Way way = Way.of(failure);
        // On several workers each round has others before it, of which one may have spoilt all later ones by a library.
        int needed = times == 1 || (failure.always() && workers == 1) ? 1 : ENOUGH;
        return new Question(
                failure.worker(),
                Set.of(failure.owner()),
                way,
                needed,
                () -> failing.contains(way) || unlike.contains(test),
                trial -> {
                    if (!trial.outcomes().failed(failure)) {
                        unlike.add(test);
                        // It failed otherwise: for want of those beside it, unless there are none.
                        if (workers > 1 && trial.outcomes().failed().contains(test)) {
                            besideOthers.add(test);
                        }
                    } else if (seenFailing.merge(way, 1, Integer::sum) >= needed) {
                        failing.add(way);
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
                trial ->
                        trial.faults().stream().filter(fault.faults()::contains).forEach(faults::add));
    }
}
