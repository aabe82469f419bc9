package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.ForbiddenMessage;
import io.github.surefoot.analysis.evidence.Leak;
import io.github.surefoot.analysis.evidence.RenewedFault;
import io.github.surefoot.analysis.evidence.ResourceFacts;
import io.github.surefoot.analysis.evidence.WorkerFault;
import io.github.surefoot.analysis.evidence.WorkerProblem;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.protocol.ResourceFact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** Sums up what happened beside the tests: resources, leaks, forbidden messages, faults. */
final class IncidentCollector {
    /** Beyond this, more different ones tell nobody more; the build is broken anyway. */
    private static final int MOST_KEPT = 1_000;

    private final Map<List<String>, ResourceCollector> resources = new LinkedHashMap<>();
    private final Map<JournalEntry.LeakFound, Leak> leaks = new LinkedHashMap<>();
    private final Map<String, ForbiddenMessage> messages = new LinkedHashMap<>();
    private final List<WorkerProblem> problems = new ArrayList<>();
    private final Set<RenewedFault> renewed = new LinkedHashSet<>();
    private final Map<RenewedFault, List<JournalEntry>> unconfirmed = new LinkedHashMap<>();
    private final Set<WorkerFault> byFresh = new HashSet<>();

    /** Takes what a worker tells of. Its fault, if it is one, breaks the build. */
    void fresh(String worker, JournalEntry entry) {
        if (byFresh.size() < MOST_KEPT) {
            WorkerFaults.of(entry).ifPresent(byFresh::add);
        }
        accept(worker, entry);
    }

    /** Takes a fault that a renewed worker tells of. */
    void renewed(RenewedFault fault) {
        if (renewed.size() < MOST_KEPT) {
            renewed.add(fault);
        }
    }

    /** Takes a fault that counts only if a fresh worker, of whichever round, tells of it too. */
    void unconfirmed(RenewedFault fault, List<JournalEntry> entries) {
        if (unconfirmed.size() < MOST_KEPT) {
            unconfirmed.put(fault, entries);
        }
    }

    /** Has those count that fresh workers have told of too, when all have been read. */
    void end() {
        unconfirmed.forEach((fault, entries) -> {
            if (isOfFreshToo(fault)) {
                entries.forEach(entry -> accept(fault.worker(), entry));
            }
        });
        unconfirmed.clear();
    }

    private boolean isOfFreshToo(RenewedFault fault) {
        return fault.faults().stream().anyMatch(byFresh::contains);
    }

    List<RenewedFault> renewedFaults() {
        List<RenewedFault> result = new ArrayList<>();
        renewed.forEach(fault -> result.add(new RenewedFault(
                fault.worker(),
                fault.round(),
                fault.classes(),
                fault.what(),
                fault.faults(),
                isOfFreshToo(fault),
                fault.setAside())));
        return result;
    }

    /** Takes what breaks the build, whoever tells of it. */
    void accept(String worker, JournalEntry entry) {
        if (entry instanceof JournalEntry.ResourceEvent e) {
            resources
                    .computeIfAbsent(
                            List.of(e.resource(), e.event()), key -> new ResourceCollector(e.resource(), e.event()))
                    .add(worker, e);
            if (e.event().equals(ResourceFact.UNAVAILABLE)) {
                String what = e.details().getOrDefault(ResourceFact.WHAT, "The " + e.resource() + " cannot be had.");
                problem(new WorkerProblem(worker, what, OptionalLong.of(e.at())));
            }
        } else if (entry instanceof JournalEntry.LeakFound e) {
            leak(worker, e);
        } else if (entry instanceof JournalEntry.MessageSeen e) {
            message(worker, e.pattern(), e.test());
        } else if (entry instanceof JournalEntry.Problem e) {
            problem(new WorkerProblem(worker, e.what()));
        }
    }

    private void problem(WorkerProblem problem) {
        if (problems.size() < MOST_KEPT) {
            problems.add(problem);
        }
    }

    private void leak(String worker, JournalEntry.LeakFound e) {
        String folded = NumberedThreads.folded(e.what());
        JournalEntry.LeakFound key = new JournalEntry.LeakFound(folded, e.openedAt(), e.className(), e.fatal(), 0);
        if (leaks.size() < MOST_KEPT || leaks.containsKey(key)) {
            leaks.merge(
                    key,
                    new Leak(e.what(), e.openedAt(), e.className(), e.fatal(), worker, 1),
                    (a, b) -> new Leak(
                            a.what().equals(b.what()) ? a.what() : folded,
                            a.openedAt(),
                            a.className(),
                            a.fatal(),
                            a.firstWorker(),
                            a.count() + 1));
        }
    }

    private void message(String worker, String pattern, TestId test) {
        messages.merge(
                pattern,
                new ForbiddenMessage(pattern, 1, test, worker),
                (a, b) -> new ForbiddenMessage(pattern, a.count() + 1, a.firstTest(), a.firstWorker()));
    }

    List<ResourceFacts> resources() {
        return resources.values().stream().map(ResourceCollector::toFacts).toList();
    }

    /** Returns the leaks, the fatal and the frequent ones first. */
    List<Leak> leaks() {
        return leaks.values().stream()
                .sorted(Comparator.comparing(Leak::fatal)
                        .thenComparing(Leak::count)
                        .reversed())
                .toList();
    }

    List<ForbiddenMessage> messages() {
        return List.copyOf(messages.values());
    }

    List<WorkerProblem> problems() {
        return problems;
    }
}
