package io.github.surefoot.analysis.time;

import io.github.surefoot.analysis.evidence.Evidence;
import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.TestEvidence;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where the time of a run went, from its journals: every millisecond of every slot, from the run's start to the end of
 * its last worker, is counted once.
 *
 * @param wallMillis how long the run took, without Maven's own start
 * @param slots how many workers there were at once
 * @param millis what the slots spent on what; together {@code wallMillis} times {@code slots}
 */
public record TimeAccount(long wallMillis, int slots, Map<Spending, Long> millis) {
    /** What integration tests have anew for each round, as Maven's journal calls it. */
    private static final String FIXTURE = "fixture";

    /** Copies the map. */
    public TimeAccount {
        millis = new EnumMap<>(millis);
    }

    /**
     * Draws up the account.
     *
     * @return nothing if several runs are judged together, or it is not known when the run started or no worker did
     */
    public static Optional<TimeAccount> of(Evidence evidence) {
        long start = evidence.run().startedAt();
        if (evidence.run().isMerged() || start == 0 || evidence.workers().isEmpty()) {
            return Optional.empty();
        }
        long end = evidence.workers().stream()
                .mapToLong(WorkerEvidence::endedAt)
                .max()
                .orElse(start);
        Map<Integer, List<WorkerEvidence>> slots = evidence.workers().stream()
                .sorted(Comparator.comparingLong(WorkerEvidence::startedAt))
                .collect(Collectors.groupingBy(worker -> worker.id().slot()));
        TestTimes tests = testTimes(evidence);
        Ledger ledger = new Ledger(renewals(evidence));
        slots.values().forEach(workers -> account(workers, start, end, tests, ledger));
        return Optional.of(new TimeAccount(Math.max(0, end - start), slots.size(), ledger.millis()));
    }

    /** Those that were kept one by one: of more rounds than that, the quickest count as waiting. */
    private static List<Ledger.Renewal> renewals(Evidence evidence) {
        return evidence.resources().stream()
                .filter(facts -> facts.resource().equals(FIXTURE))
                .flatMap(facts -> facts.slowest().stream())
                .map(Ledger.Renewal::of)
                .toList();
    }

    private static void account(List<WorkerEvidence> workers, long start, long end, TestTimes tests, Ledger ledger) {
        ledger.restart(start);
        boolean first = true;
        for (WorkerEvidence worker : workers) {
            ledger.until(worker.startedAt(), first ? Spending.MAVEN : Spending.STARTING);
            first = false;
            boolean firstClass = true;
            for (WorkerEvidence.ClassBar bar : worker.classes()) {
                ledger.until(bar.startedAt(), firstClass ? Spending.OPENING : Spending.WAITING);
                firstClass = false;
                TestTimes.OfClass ofClass = tests.of(worker.id().label(), bar);
                ledger.until(ofClass.firstStart(), Spending.LOADING);
                ledger.spend(ofClass.millis(), bar.endedAt(), Spending.TESTS);
                ledger.until(bar.endedAt(), Spending.AROUND);
            }
            ledger.until(worker.endedAt(), Spending.CLOSING);
        }
        ledger.until(end, Spending.TAIL);
    }

    private static TestTimes testTimes(Evidence evidence) {
        Map<String, List<Execution>> byWorker = new HashMap<>();
        for (TestEvidence test : evidence.tests()) {
            for (Execution execution : test.executions()) {
                byWorker.computeIfAbsent(execution.worker(), worker -> new ArrayList<>())
                        .add(execution);
            }
        }
        return new TestTimes(byWorker);
    }

    /** Returns the share of all slots' time that went into something, from 0 to 1. */
    public double share(Spending spending) {
        double all = (double) wallMillis * slots;
        return all == 0 ? 0 : millis.getOrDefault(spending, 0L) / all;
    }
}
