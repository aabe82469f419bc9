package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.Finding;
import io.github.surefoot.analysis.evidence.Finding.Kind;
import io.github.surefoot.analysis.evidence.RunFacts;
import io.github.surefoot.analysis.evidence.ShardFacts;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import io.github.surefoot.analysis.evidence.matching.CollectedTest;
import io.github.surefoot.analysis.evidence.matching.StackBudget;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.protocol.JournalDirectory;
import io.github.surefoot.core.shard.ShardBy;
import io.github.surefoot.core.shard.ShardFact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What the journals read so far tell of the run. */
final class RunCollector {
    /** Beyond this, more of them tell nobody more. */
    private static final int MOST_MISPLACED = 20;

    private final Map<Integer, RoundCollector> rounds = new TreeMap<>();
    private final Map<CollectedTest.Key, CollectedTest> tests = new HashMap<>();
    private final List<WorkerEvidence> workers = new ArrayList<>();
    private final Set<WorkerId> workerIds = new HashSet<>();
    private final IncidentCollector incidents = new IncidentCollector();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> misplaced = new HashSet<>();
    private final Set<Integer> impossibleRounds = new HashSet<>();
    private final Map<String, RunPart> parts = new LinkedHashMap<>();
    private final Map<ForeignRun, List<Path>> foreign = new LinkedHashMap<>();
    private final Set<Path> ownJournals = new HashSet<>();
    private final Map<String, List<JournalEntry.WorkerStopped>> stops = new HashMap<>();
    private final StackBudget budget = new StackBudget();
    private final FreshClasses freshClasses = new FreshClasses();
    private final Set<String> endedAfterTheirTests = new TreeSet<>();

    void found(Kind kind, String sentence) {
        found(new Finding(kind, sentence));
    }

    void found(Finding finding) {
        findings.add(finding);
    }

    /** Notes that a worker had done its work, and its JVM had to be ended. */
    void endedAfterItsTests(String worker) {
        endedAfterTheirTests.add(worker);
    }

    /** Returns the workers whose JVMs had to be ended, though their work was done. */
    Set<String> endedAfterTheirTests() {
        return endedAfterTheirTests;
    }

    boolean hasHeader() {
        return parts.values().stream().anyMatch(part -> part.header() != null);
    }

    /** Tells whether several runs are judged together. */
    boolean isMerged() {
        return parts.size() > 1;
    }

    /** Tells whether Maven ended before the run was over, which its own journals, read before all others, say. */
    boolean isCutShort() {
        return findings.stream().map(Finding::kind).anyMatch(Kind::cutShort);
    }

    /** Tells whether the workers were kept between rounds, so that what befell one befell all rounds. */
    boolean isWarm() {
        return parts.values().stream()
                .anyMatch(part -> part.header() != null && part.header().kind() == WorkerKind.WARM);
    }

    /** Tells whether no goal looks by itself where the journals are. */
    boolean isElsewhere() {
        return isMerged()
                || parts.values().stream()
                        .anyMatch(part ->
                                part.header() != null && part.header().about().containsKey(RunFacts.RERUN_OF));
    }

    String name() {
        return RunFacts.nameOf(parts.keySet());
    }

    /** Has a run judged together with those named before; they are to be of the same suite. */
    void expect(OutlinedRun expected) {
        JournalEntry.RunStarted header = expected.header();
        ownJournals.add(Objects.requireNonNull(expected.file().getParent()));
        if (parts.containsKey(header.run())) {
            return;
        }
        parts.values().stream()
                .map(RunPart::header)
                .filter(first -> first != null
                        && !(first.suite().equals(header.suite())
                                && first.module().equals(header.module())))
                .findFirst()
                .ifPresent(first -> found(
                        Kind.SUITE_CHANGED,
                        "Run " + first.run() + " is of " + first.module() + " and run " + header.run() + " of "
                                + header.module() + ", and their classes differ: rounds of different suites cannot be"
                                + " judged together. Judge them one by one."));
        boolean beside =
                expected.shard().filter(of -> of.by() == ShardBy.CLASSES).isPresent();
        int before =
                beside ? 0 : parts.values().stream().mapToInt(RunPart::rounds).sum();
        parts.put(
                header.run(),
                new RunPart(header.run(), header, parts.size(), before, expected.shard(), expected.kept()));
    }

    /** Returns the run that a journal belongs to, if it is one of those to judge; the first journal decides. */
    Optional<RunPart> part(String run) {
        if (parts.isEmpty()) {
            parts.put(run, new RunPart(run, null, 0, 0, Optional.empty(), OptionalInt.empty()));
        }
        return Optional.ofNullable(parts.get(run));
    }

    /** Takes the facts from the first journal that has them; others are further plans of the same run. */
    RunPart header(RunPart part, JournalEntry.RunStarted started) {
        RunPart known = part.withHeader(started);
        if (!started.equals(known.header())) {
            found(
                    Kind.DAMAGED,
                    "Two of Maven's own journals of run " + part.name()
                            + " contradict each other. Remove the directory (mvn clean) and run again.");
        }
        parts.put(part.name(), known);
        if (started.rounds() > RunPart.MOST_ROUNDS) {
            found(
                    Kind.DAMAGED,
                    "The journal speaks of " + started.rounds() + " planned rounds; more than " + RunPart.MOST_ROUNDS
                            + " cannot be.");
        }
        return known;
    }

    RunFacts facts(int roundsSeen) {
        List<RunPart> known =
                parts.values().stream().filter(part -> part.header() != null).toList();
        return known.isEmpty() ? RunFacts.unknown(name(), roundsSeen) : merged(known);
    }

    /** Returns the facts of the runs that are judged together: those of the first, and the rounds of all. */
    private RunFacts merged(List<RunPart> known) {
        JournalEntry.RunStarted first = Objects.requireNonNull(known.get(0).header());
        Optional<ShardHeader> shard = known.get(0).shard();
        Map<String, String> about = new TreeMap<>(first.about());
        about.keySet().removeIf(name -> name.equals(ShardFact.SHARD) || name.startsWith(ShardFact.PREFIX));
        return new RunFacts(
                name(),
                first.module(),
                shard.map(ShardHeader::rounds)
                        .orElseGet(() ->
                                known.stream().mapToInt(RunPart::plannedRounds).sum()),
                shard.isEmpty()
                        ? first.workers()
                        : known.stream().mapToInt(RunPart::workers).sum(),
                kind(known),
                first.order(),
                // The seed of a shard's rounds begins where the shard before it ends: the first has that of all.
                known.size() == 1 || shard.isPresent() ? first.seed() : OptionalLong.empty(),
                first.suite(),
                known.stream().mapToLong(RunPart::startedAt).min().orElse(first.at()),
                about,
                shards(known));
    }

    private List<ShardFacts> shards(List<RunPart> known) {
        return known.stream()
                .flatMap(part -> part
                        .shard()
                        .map(of -> new ShardFacts(
                                of.shard(),
                                of.by(),
                                part.name(),
                                classes(part),
                                part.rounds(),
                                rounds.values().stream()
                                        .mapToLong(round -> round.millis(part.index()))
                                        .sum()))
                        .stream())
                .toList();
    }

    /** Returns the classes that were planned in a run, in whichever of its rounds. */
    Set<String> classes(RunPart part) {
        Set<String> result = new TreeSet<>();
        rounds.values().forEach(round -> result.addAll(round.planned(part.index())));
        return result;
    }

    /** Returns the shards that are judged together. */
    List<RunPart> shards() {
        return parts.values().stream().filter(part -> part.shard().isPresent()).toList();
    }

    /** Tells whether Maven saw all workers of a run end well, in all of its rounds. */
    boolean endedWell(RunPart part) {
        return part.rounds() > 0
                && IntStream.rangeClosed(1, part.rounds())
                        .mapToObj(own -> rounds.get(part.round(own)))
                        .allMatch(round -> round != null && round.endedWell(part.index()));
    }

    /** Notes a journal of a run that is not to be judged. */
    void foreign(Path file, String of) {
        foreign.computeIfAbsent(new ForeignRun(Objects.requireNonNull(file.getParent()), of), any -> new ArrayList<>(1))
                .add(file);
    }

    private record ForeignRun(Path directory, String name) {}

    private Finding foreign(ForeignRun of, List<Path> files) {
        String more = files.size() == 1
                ? " belongs"
                : files.size() == 2
                        ? " and one more in its directory belong"
                        : " and " + (files.size() - 1) + " more in its directory belong";
        String mend = ownJournals.contains(of.directory())
                ? "journals of several runs lie together. Remove the directory (mvn clean) and run again."
                : "Maven's own journal of it, " + JournalDirectory.RUN
                        + ", is not there or cannot be read. Keep all files of a machine's directory of journals, as they are"
                        + " named, or run that part again.";
        return new Finding(
                Kind.FOREIGN, files.get(0) + more + " to run " + of.name() + ", not to " + name() + ": " + mend);
    }

    /** Tells whether the journal of any worker of a run was read. */
    boolean hasWorkers(RunPart part) {
        return workerIds.stream().anyMatch(id -> id.run().equals(part.name()));
    }

    private static Optional<WorkerKind> kind(List<RunPart> known) {
        List<WorkerKind> kinds = known.stream()
                .flatMap(part -> Optional.ofNullable(part.header()).stream())
                .map(JournalEntry.RunStarted::kind)
                .distinct()
                .toList();
        return kinds.size() == 1 ? Optional.of(kinds.get(0)) : Optional.empty();
    }

    /** Notes a record that stands in the wrong kind of journal, the first time. */
    void misplaced(String what) {
        String sentence =
                "A record was moved: " + what + ". Remove the directory of journals (mvn clean) and run again.";
        if (misplaced.size() < MOST_MISPLACED && misplaced.add(sentence)) {
            found(Kind.DAMAGED, sentence);
        }
    }

    /** Returns the round of that number in a run, or nothing if there can be no such round. */
    Optional<RoundCollector> round(RunPart part, int own) {
        if (part.leavesOut(own)) {
            return Optional.empty();
        }
        int number = part.round(own);
        if (number == 0) {
            if (impossibleRounds.size() < 20 && impossibleRounds.add(own)) {
                found(
                        Kind.DAMAGED,
                        "A journal tells of round " + own + ", but only " + part.plannedRounds()
                                + " were planned. Remove the directory of journals (mvn clean) and run again.");
            }
            return Optional.empty();
        }
        return Optional.of(rounds.computeIfAbsent(number, RoundCollector::new));
    }

    /** Returns how many rounds there must be. */
    int expectedRounds() {
        return parts.values().stream()
                .filter(part -> part.header() != null)
                .mapToInt(part -> part.before() + part.rounds())
                .max()
                .orElse(0);
    }

    /** Returns all rounds from the first to the last that was seen. */
    List<RoundCollector> rounds() {
        int last = rounds.keySet().stream().reduce((a, b) -> b).orElse(0);
        for (int round = 1; round <= last; round++) {
            rounds.computeIfAbsent(round, RoundCollector::new);
        }
        return List.copyOf(rounds.values());
    }

    /** Notes that Maven ended a worker; its own journal comes first. */
    void stoppedByMaven(RunPart part, JournalEntry.WorkerStopped stop) {
        stops.computeIfAbsent(part.name(), name -> new ArrayList<>(1)).add(stop);
    }

    List<JournalEntry.WorkerStopped> stopsByMaven(RunPart part, WorkerId worker) {
        return stops.getOrDefault(part.name(), List.of()).stream()
                .filter(stop -> stop.worker().equals(worker.label()))
                .toList();
    }

    FreshClasses freshClasses() {
        return freshClasses;
    }

    CollectedTest test(JournalEntry.TestStarted started, String owner) {
        return in(tests, started, owner);
    }

    /** Returns the test for what a renewed worker tells of it where fresh ones count. */
    CollectedTest setAside(JournalEntry.TestStarted started, String owner) {
        return in(freshClasses.setAside(), started, owner);
    }

    private CollectedTest in(
            Map<CollectedTest.Key, CollectedTest> collected, JournalEntry.TestStarted started, String owner) {
        return collected.computeIfAbsent(
                CollectedTest.Key.of(started.test(), started.uniqueId(), owner),
                key -> new CollectedTest(key, started.tags(), owner, budget));
    }

    Collection<CollectedTest> tests() {
        return tests.values();
    }

    /** Returns what those are found by. */
    Set<CollectedTest.Key> told() {
        return tests.keySet();
    }

    void worker(WorkerEvidence worker) {
        if (!workerIds.add(worker.id())) {
            found(
                    Kind.WORKER_TWICE,
                    "Two journals claim to be of worker " + worker.id().label() + ", one is " + worker.journal()
                            + ": keep the one that is of this run, or run again.");
        }
        workers.add(worker);
    }

    List<WorkerEvidence> workers() {
        return workers;
    }

    IncidentCollector incidents() {
        return incidents;
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        foreign.forEach((of, files) -> all.add(foreign(of, files)));
        return all;
    }
}
