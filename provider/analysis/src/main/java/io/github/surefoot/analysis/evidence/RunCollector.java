package io.github.surefoot.analysis.evidence;

import io.github.surefoot.analysis.evidence.Finding.Kind;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.journal.JournalEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the journals read so far tell of the run. */
final class RunCollector {
    /** No plan has more; keeps a nonsensical number from filling the memory. */
    private static final int MOST_ROUNDS = 100_000;

    private final Map<Integer, RoundCollector> rounds = new TreeMap<>();
    private final Map<TestCollector.Key, TestCollector> tests = new HashMap<>();
    private final List<WorkerEvidence> workers = new ArrayList<>();
    private final Set<WorkerId> workerIds = new HashSet<>();
    private final IncidentCollector incidents = new IncidentCollector();
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Integer> impossibleRounds = new HashSet<>();
    private @Nullable String name;
    private JournalEntry.@Nullable RunStarted header;

    void found(Kind kind, String sentence) {
        findings.add(new Finding(kind, sentence));
    }

    boolean hasHeader() {
        return header != null;
    }

    /** Tells whether a journal of that run belongs here; the first one decides. */
    boolean isOf(String run) {
        if (name == null) {
            name = run;
        }
        return name.equals(run);
    }

    String name() {
        return name == null ? "" : name;
    }

    /** Takes the facts from the first journal that has them; others are further plans of the same run. */
    void header(JournalEntry.RunStarted started) {
        if (header == null) {
            header = started;
            if (started.rounds() > MOST_ROUNDS) {
                found(
                        Kind.DAMAGED,
                        "The journal speaks of " + started.rounds() + " planned rounds; more than " + MOST_ROUNDS
                                + " cannot be.");
            }
        }
    }

    private int mostRounds() {
        return header == null ? MOST_ROUNDS : Math.min(MOST_ROUNDS, header.rounds());
    }

    RunFacts facts(int roundsSeen) {
        return header == null ? RunFacts.unknown(name(), roundsSeen) : RunFacts.of(header, mostRounds());
    }

    /** Returns the round of that number, or nothing if there can be no such round. */
    Optional<RoundCollector> round(int number) {
        if (number < 1 || number > mostRounds()) {
            if (impossibleRounds.size() < 20 && impossibleRounds.add(number)) {
                found(
                        Kind.DAMAGED,
                        "A journal tells of round " + number + ", but only " + mostRounds()
                                + " were planned. Remove the directory of journals (mvn clean) and run again.");
            }
            return Optional.empty();
        }
        return Optional.of(rounds.computeIfAbsent(number, RoundCollector::new));
    }

    /** Returns all rounds from the first to the last that was seen. */
    List<RoundCollector> rounds() {
        int last = rounds.keySet().stream().reduce((a, b) -> b).orElse(0);
        for (int round = 1; round <= last; round++) {
            rounds.computeIfAbsent(round, RoundCollector::new);
        }
        return List.copyOf(rounds.values());
    }

    TestCollector test(JournalEntry.TestStarted started, String owner) {
        return tests.computeIfAbsent(
                new TestCollector.Key(started.test(), started.uniqueId()),
                key -> new TestCollector(key, started.tags(), owner));
    }

    Collection<TestCollector> tests() {
        return tests.values();
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
        return findings;
    }
}
