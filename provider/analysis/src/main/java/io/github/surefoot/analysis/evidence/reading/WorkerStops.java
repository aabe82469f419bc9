package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.core.journal.JournalEntry.WorkerStopped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** At which limits a worker was ended, by itself or by Maven: what was at its limit is hung, not crashed. */
final class WorkerStops {
    private final List<WorkerStopped> byMaven;
    private final List<WorkerStopped> byItself = new ArrayList<>(0);
    /** Classes whose hanging the worker has told as an outcome, with the stack traces. */
    private final Set<String> told = new HashSet<>(0);

    WorkerStops(List<WorkerStopped> byMaven) {
        this.byMaven = byMaven;
    }

    void byItself(WorkerStopped stop) {
        byItself.add(stop);
    }

    /** Notes a hung outcome: that of a class as a whole has no name of a test. */
    void told(TestId test) {
        if (test.name().isEmpty()) {
            told.add(test.className());
        }
    }

    boolean any() {
        return !byMaven.isEmpty() || !byItself.isEmpty();
    }

    /** What Maven says comes first: it knows what became of what the worker said. */
    private Stream<WorkerStopped> all() {
        return Stream.concat(byMaven.stream(), byItself.stream());
    }

    /** Returns the outcome of a test that was in flight when its worker died, if it was at a limit. */
    Optional<Outcome> of(TestStarted victim) {
        return all().filter(stop -> stop.executions().contains(victim.execution()))
                .findFirst()
                .map(stop -> new Outcome.Hung(stop.why()));
    }

    /**
     * Tells of the classes that were at a limit outside of their tests when their worker died.
     *
     * @param open the classes it had begun and not ended
     * @return whether there was any
     */
    boolean ofClasses(Set<String> open, BiConsumer<String, Outcome> hung) {
        boolean any = false;
        for (WorkerStopped stop : all().toList()) {
            for (String className : stop.classes()) {
                any |= open.contains(className) && tell(className, stop, hung);
            }
        }
        return any;
    }

    private boolean tell(String className, WorkerStopped stop, BiConsumer<String, Outcome> hung) {
        boolean news = told.add(className);
        if (news) {
            hung.accept(className, new Outcome.Hung(stop.why()));
        }
        return news;
    }

    /** Tells of a JVM that had closed its journal and did not end: a class is to blame, or else it is a problem. */
    void atTheEnd(BiConsumer<String, Outcome> hung, Consumer<JournalEntry> problem) {
        all().forEach(stop -> stop.classes().forEach(className -> tell(className, stop, hung)));
        problems(problem);
    }

    /** Tells of what ended a worker with no test and no class to blame. */
    void problems(Consumer<JournalEntry> problem) {
        all().filter(stop -> stop.executions().isEmpty() && stop.classes().isEmpty())
                .forEach(stop -> problem.accept(new JournalEntry.Problem(stop.why(), stop.at())));
    }
}
