package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.RenewedFault;
import io.github.surefoot.analysis.evidence.WorkerFault;
import io.github.surefoot.analysis.evidence.matching.BinaryName;
import io.github.surefoot.core.journal.JournalEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The faults that one renewed worker tells of beside its tests, and the classes they may be of. They count unless fresh
 * workers have run these classes again, or could not any more since the run was cut short.
 */
final class RenewedFaults {
    /** Beyond this, more different ones of one worker tell nobody more. */
    private static final int MOST_KEPT = 100;

    private final String worker;
    private final Map<Told, List<JournalEntry>> told = new LinkedHashMap<>();

    /** A fault, and the classes at work when it was told of; none if none was. */
    private record Told(String what, int round, List<ClassRun> classes) {}

    RenewedFaults(String worker) {
        this.worker = worker;
    }

    /**
     * Takes a record if it tells of a fault.
     *
     * @param at the classes at work
     * @return whether it does
     */
    boolean take(JournalEntry entry, int round, Collection<ClassRun> at) {
        if (entry instanceof JournalEntry.MessageSeen message) {
            String where = message.test().className().isEmpty()
                    ? ""
                    : " in " + message.test().shortName();
            add(
                    "the forbidden message '" + message.pattern() + "'" + where,
                    round,
                    only(message.test().className(), at),
                    entry);
        } else if (entry instanceof JournalEntry.LeakFound leak && leak.fatal()) {
            add("a leak (" + leak.what() + ")", round, only(leak.className(), at), entry);
        } else if (entry instanceof JournalEntry.Problem problem) {
            add("a fault of its own (" + problem.what() + ")", round, at, entry);
        } else {
            return false;
        }
        return true;
    }

    /** Takes that this worker died between its classes. */
    void died(String how, int round) {
        told.computeIfAbsent(new Told("its death: it " + how, round, List.of()), key -> new ArrayList<>());
    }

    private void add(String what, int round, Collection<ClassRun> classes, JournalEntry entry) {
        Told key = new Told(what, round, List.copyOf(classes));
        if (told.size() < MOST_KEPT || told.containsKey(key)) {
            told.computeIfAbsent(key, any -> new ArrayList<>()).add(entry);
        }
    }

    /** Of a death, no record tells. */
    private static Set<WorkerFault> faults(List<JournalEntry> entries) {
        return entries.isEmpty()
                ? Set.of(WorkerFault.DEATH)
                : entries.stream()
                        .flatMap(entry -> WorkerFaults.of(entry).stream())
                        .collect(Collectors.toSet());
    }

    /** Returns the class at work that another is in; all that are at work if it is in none. */
    private static Collection<ClassRun> only(String className, Collection<ClassRun> at) {
        for (String name = className; !name.isEmpty(); name = BinaryName.enclosing(name)) {
            String inside = name;
            Optional<ClassRun> owner =
                    at.stream().filter(run -> run.className.equals(inside)).findFirst();
            if (owner.isPresent()) {
                return List.of(owner.get());
            }
        }
        return at;
    }

    /**
     * Hands all on at the end of the worker.
     *
     * @param all the classes that the worker ran
     * @param cutShort whether the run ended before fresh workers could be asked: then it counts if one told of the same
     */
    void settle(List<ClassRun> all, boolean cutShort, IncidentCollector incidents) {
        told.forEach((fault, entries) -> {
            List<ClassRun> classes = fault.classes().isEmpty() ? all : fault.classes();
            // One that ran nothing has told nothing of any test either: fresh workers run what it was to run.
            boolean setAside = classes.stream().allMatch(ClassRun::isSetAside);
            RenewedFault renewed = new RenewedFault(
                    worker,
                    fault.round(),
                    classes.stream().map(run -> run.className).distinct().toList(),
                    fault.what(),
                    faults(entries),
                    false,
                    setAside);
            incidents.renewed(renewed);
            if (!setAside && cutShort) {
                incidents.unconfirmed(renewed, entries);
            } else if (!setAside) {
                entries.forEach(entry -> incidents.accept(worker, entry));
            }
        });
    }
}
