package io.github.surefoot.analysis.evidence;

import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.protocol.WorkerFact;
import java.nio.file.Path;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that the journals of a run tell, and what they should have told and do not. Immutable.
 *
 * @param run the run as a whole
 * @param rounds the rounds that were started, in order; the n-th is round n
 * @param tests every test, by class and name
 * @param workers every worker, in order of round and slot
 * @param resources what happened to worker resources
 * @param leaks what was left open
 * @param messages forbidden messages that occurred
 * @param problems faults of workers
 * @param findings what is missing
 * @param freshClasses the classes that fresh workers ran where workers are renewed
 * @param renewedFaults the faults that renewed workers tell of beside their tests, whether they count or not
 */
public record Evidence(
        RunFacts run,
        List<RoundEvidence> rounds,
        List<TestEvidence> tests,
        List<WorkerEvidence> workers,
        List<ResourceFacts> resources,
        List<Leak> leaks,
        List<ForbiddenMessage> messages,
        List<WorkerProblem> problems,
        List<Finding> findings,
        List<FreshClass> freshClasses,
        List<RenewedFault> renewedFaults) {
    /** Surefire's parameters that leave tests out; others among the filters of a worker are of the order. */
    private static final List<String> FILTERS = List.of("test", "groups", "excludedGroups");

    /** Copies the lists. */
    public Evidence {
        rounds = List.copyOf(rounds);
        tests = List.copyOf(tests);
        workers = List.copyOf(workers);
        resources = List.copyOf(resources);
        leaks = List.copyOf(leaks);
        messages = List.copyOf(messages);
        problems = List.copyOf(problems);
        findings = List.copyOf(findings);
        freshClasses = List.copyOf(freshClasses);
        renewedFaults = List.copyOf(renewedFaults);
    }

    /** Evidence of a run in which no class has workers of another kind than the others. */
    public Evidence(
            RunFacts run,
            List<RoundEvidence> rounds,
            List<TestEvidence> tests,
            List<WorkerEvidence> workers,
            List<ResourceFacts> resources,
            List<Leak> leaks,
            List<ForbiddenMessage> messages,
            List<WorkerProblem> problems,
            List<Finding> findings) {
        this(run, rounds, tests, workers, resources, leaks, messages, problems, findings, List.of(), List.of());
    }

    /** Counts the executions of some tests that were really run, by the kind of their workers. */
    public KindCounts kinds(Collection<TestEvidence> of) {
        Map<String, WorkerKind> kinds = new HashMap<>();
        workers.forEach(worker -> kinds.put(worker.id().label(), worker.kind()));
        Map<WorkerKind, Long> counts = new EnumMap<>(WorkerKind.class);
        for (TestEvidence test : of) {
            for (Execution execution : test.executions()) {
                WorkerKind kind = kinds.get(execution.worker());
                if (kind != null) {
                    counts.merge(kind, 1L, Long::sum);
                }
            }
        }
        return new KindCounts(counts);
    }

    /** Returns the same evidence of other tests. */
    public Evidence withTests(List<TestEvidence> others) {
        return new Evidence(
                run,
                rounds,
                others,
                workers,
                resources,
                leaks,
                messages,
                problems,
                findings,
                freshClasses,
                renewedFaults);
    }

    /** Returns the same evidence with other findings. */
    public Evidence withFindings(List<Finding> others) {
        return new Evidence(
                run, rounds, tests, workers, resources, leaks, messages, problems, others, freshClasses, renewedFaults);
    }

    /** Returns the tests that failed at least once. */
    public List<TestEvidence> failing() {
        return tests.stream().filter(TestEvidence::fails).toList();
    }

    /** Tells whether Maven was told to end before the run, or one of those judged together, was over. */
    public boolean isInterrupted() {
        return findings.stream().anyMatch(finding -> finding.kind() == Finding.Kind.INTERRUPTED);
    }

    /** Tells whether Maven ended before the run, or one of those judged together, was over: told to end, or killed. */
    public boolean isCutShort() {
        return findings.stream().map(Finding::kind).anyMatch(Finding.Kind::cutShort);
    }

    /** Tells whether what a worker needs could not be had, so that no test is to blame for what failed there. */
    public boolean isUnavailable() {
        return problems.stream().anyMatch(WorkerProblem::isOutside);
    }

    /** Returns the faults as they are told: what befell several workers from outside is one, told by the first. */
    public List<WorkerProblem> distinctProblems() {
        Set<String> outside = new HashSet<>();
        return problems.stream()
                .filter(problem -> !problem.isOutside() || outside.add(problem.kind()))
                .toList();
    }

    /** Tells whether only some tests of the suite were asked for, on the command line of the run. */
    public boolean isFiltered() {
        return workers.stream().anyMatch(worker -> FILTERS.stream()
                .anyMatch(filter -> worker.about().containsKey(WorkerFact.FILTER + filter)));
    }

    /** Tells whether this is a part of a run: shards of it are not there, or do not belong to it. */
    public boolean isPart() {
        return findings.stream()
                .map(Finding::kind)
                .anyMatch(kind -> kind == Finding.Kind.SHARD_MISSING
                        || kind == Finding.Kind.SHARD_TWICE
                        || kind == Finding.Kind.SHARD_FOREIGN);
    }

    /** Returns how many rounds were done from beginning to end. */
    public int completedRounds() {
        return (int) rounds.stream().filter(RoundEvidence::complete).count();
    }

    /** Returns the worker of that label, e.g. {@code r2w1}. */
    public Optional<WorkerEvidence> worker(String label) {
        return workers.stream().filter(w -> w.id().label().equals(label)).findFirst();
    }

    /** Returns the option that tells {@code surefoot:replay} which worker to run again. */
    public String replayOption(String label) {
        return worker(label)
                .map(worker -> WorkerEvidence.replayOption(label, worker.journal(), run.isElsewhere()))
                .orElse(WorkerEvidence.replayOption(label, Path.of(""), false));
    }

    /** Returns what is told of one event of one resource, if it ever happened. */
    public Optional<ResourceFacts> resource(String resource, String event) {
        return resources.stream()
                .filter(r -> r.resource().equals(resource) && r.event().equals(event))
                .findFirst();
    }

    /** Returns the classes whose methods kept their order although they were to be shuffled, and why they did. */
    public SortedMap<String, String> keptOrders() {
        return resource("order", "kept").map(ResourceFacts::classes).orElseGet(TreeMap::new);
    }

    /** Returns the labels of the workers in which executions that count against their tests ran, in order. */
    public List<String> failingWorkers() {
        List<String> labels = tests.stream()
                .flatMap(t -> t.executions().stream())
                .filter(e -> e.outcome().countsAgainstTheTest() && !e.worker().isEmpty())
                .map(Execution::worker)
                .distinct()
                .toList();
        return workers.stream()
                .map(WorkerEvidence::id)
                .map(WorkerId::label)
                .filter(labels::contains)
                .toList();
    }
}
