package io.github.surefoot.analysis.evidence.reading;

import io.github.surefoot.analysis.evidence.Execution;
import io.github.surefoot.analysis.evidence.Finding.Kind;
import io.github.surefoot.analysis.evidence.WorkerEvidence;
import io.github.surefoot.analysis.evidence.matching.TakenUpClass;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.WorkerId;
import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.ClassFinished;
import io.github.surefoot.core.journal.JournalEntry.ClassPlanned;
import io.github.surefoot.core.journal.JournalEntry.ClassStarted;
import io.github.surefoot.core.journal.JournalEntry.TestFinished;
import io.github.surefoot.core.journal.JournalEntry.TestStarted;
import io.github.surefoot.core.journal.JournalEntry.WorkerStarted;
import io.github.surefoot.core.journal.JournalEntry.WorkerStopped;
import io.github.surefoot.core.protocol.WorkerFact;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Understands the journal of one worker. */
final class WorkerCollector implements JournalCollector {
    private final Path file;
    private final WorkerStarted header;
    private final WorkerId id;
    private final String label;
    private final RunCollector run;
    private final RunPart part;
    private final boolean renewed;
    private final Map<Long, TestStarted> inFlight = new LinkedHashMap<>();
    private final Map<String, ClassRun> open = new LinkedHashMap<>();
    private final Map<String, ClassRun> done = new HashMap<>();
    private final List<ClassRun> all = new ArrayList<>();
    private final List<String> hung = new ArrayList<>(0);
    private final WorkerStops stops;
    private final RenewedFaults faults;
    private long strayOutcomes;
    private long lastAt;
    private int lastRound;
    /** Whether the last record tells why this worker ended here: something hung, or the worker has said what is wrong. */
    private boolean explained;

    WorkerCollector(Path file, WorkerStarted header, RunCollector run, RunPart part) {
        this.file = file;
        this.header = header;
        this.id = part.worker(header.worker());
        this.label = id.label();
        this.run = run;
        this.part = part;
        this.renewed = WorkerEvidence.kind(header.worker(), header.about()) == WorkerKind.RENEWED;
        this.faults = new RenewedFaults(label);
        this.stops = new WorkerStops(run.stopsByMaven(part, header.worker()));
        this.lastAt = header.at();
        this.lastRound = Math.max(1, header.worker().round());
    }

    @Override
    public void accept(JournalEntry entry) {
        explained = explains(entry);
        if (entry instanceof TestStarted e) {
            testStarted(e);
        } else if (entry instanceof TestFinished e) {
            testFinished(e);
        } else if (entry instanceof ClassStarted e) {
            classStarted(e);
        } else if (entry instanceof ClassFinished e) {
            classFinished(e);
        } else if (entry instanceof ClassPlanned e) {
            run.round(part, e.round()).ifPresent(r -> r.planned(part.index(), e.className()));
        } else if (entry instanceof JournalEntry.Finished e) {
            seen(e.at());
        } else if (entry instanceof WorkerStopped e) {
            seen(e.at());
            stops.byItself(e);
        } else if (entry instanceof JournalEntry.RoundStarted
                || entry instanceof JournalEntry.RoundFinished
                || entry instanceof JournalEntry.Interrupted) {
            run.misplaced("the journal of worker " + label + " tells of the rounds, which only Maven knows");
        } else {
            incident(entry);
        }
    }

    private void incident(JournalEntry entry) {
        if (!renewed) {
            run.incidents().fresh(label, entry);
        } else if (!faults.take(entry, part.round(lastRound), open.values())) {
            run.incidents().accept(label, entry);
        }
    }

    private boolean explains(JournalEntry entry) {
        if (entry instanceof JournalEntry.Problem || entry instanceof WorkerStopped) {
            return true;
        }
        if (entry instanceof TestFinished e) {
            return e.outcome() instanceof Outcome.Hung;
        }
        boolean goesOn =
                entry instanceof TestStarted || entry instanceof ClassStarted || entry instanceof ClassFinished;
        return explained && !goesOn;
    }

    private void seen(long at) {
        lastAt = Math.max(lastAt, at);
    }

    private void classStarted(ClassStarted e) {
        seen(e.at());
        lastRound = e.round();
        run.round(part, e.round()).ifPresent(round -> {
            boolean setAside = renewed && run.freshClasses().has(round.number, e.className());
            ClassRun started = new ClassRun(e.className(), round.number, e.at(), setAside);
            open.put(e.className(), started);
            all.add(started);
            if (!setAside) {
                round.ran(started);
            }
        });
    }

    private void classFinished(ClassFinished e) {
        seen(e.at());
        ClassRun started = open.remove(e.className());
        if (started != null) {
            started.finish(e.at());
            done.put(e.className(), started);
            if (!started.isSetAside()) {
                run.round(part, e.round()).ifPresent(round -> round.finished.add(e.className()));
            }
        }
    }

    private void testStarted(TestStarted e) {
        seen(e.at());
        lastRound = e.round();
        ClassRun owner = owner(e);
        if (owner != null) {
            owner.test(e.rerun());
        }
        TestStarted before = inFlight.put(e.execution(), e);
        if (before != null) {
            unfinished(before);
        }
    }

    private void testFinished(TestFinished e) {
        seen(e.at());
        TestStarted started = inFlight.remove(e.execution());
        if (started == null) {
            strayOutcomes++;
        } else {
            if (e.outcome() instanceof Outcome.Hung) {
                hung.add(started.test().shortName());
                stops.told(started.test());
            }
            record(started, e.outcome(), e.at());
            if (e.outcome() instanceof Outcome.NotRun && !started.rerun() && !isSetAside(started)) {
                run.found(
                        Kind.TEST_UNFINISHED,
                        started.test().shortName() + " did not get its turn in round " + part.round(started.round())
                                + " on worker " + label + ". Run the rounds again.");
            }
        }
    }

    /** Keeps the first outcome only: what Surefire's reruns make of it must not hide it. */
    private void record(TestStarted started, Outcome outcome, long endedAt) {
        if (started.rerun() || run.round(part, started.round()).isEmpty()) {
            return;
        }
        ClassRun owner = owner(started);
        long millis = Math.max(0, endedAt - started.at());
        String name = owner == null ? started.test().className() : owner.className;
        boolean setAside = owner != null && owner.isSetAside();
        (setAside ? run.setAside(started, name) : run.test(started, name))
                .record(new Execution(part.round(started.round()), label, outcome, started.at(), millis));
    }

    /** Tells whether only what fresh workers tell of a test counts. */
    private boolean isSetAside(TestStarted test) {
        ClassRun owner = owner(test);
        return owner != null && owner.isSetAside();
    }

    /** Returns the class taken up that a test belongs to: nearly always there is but one. */
    private @Nullable ClassRun owner(TestStarted test) {
        ClassRun before = before(test);
        if (before != null) {
            // TestNG tells what went wrong after a class when the class is done, and another may be open by then.
            Set<String> taken = new LinkedHashSet<>(open.keySet());
            taken.add(before.className);
            return TakenUpClass.of(test.test(), test.uniqueId(), taken)
                    .map(name -> open.getOrDefault(name, before))
                    .orElse(null);
        }
        if (open.size() == 1) {
            return open.values().iterator().next();
        }
        return TakenUpClass.of(test.test(), test.uniqueId(), open.keySet())
                .map(open::get)
                .orElse(null);
    }

    /** Returns the class that bears the name of a test's and was done before it in its round; null if that is open. */
    private @Nullable ClassRun before(TestStarted test) {
        String name = test.test().className();
        ClassRun before = done.get(name);
        return before != null && before.isOf(part.round(test.round())) && !open.containsKey(name) ? before : null;
    }

    private void unfinished(TestStarted started) {
        record(started, new Outcome.NotRun("its end was not journalled"), started.at());
        if (isSetAside(started)) {
            return;
        }
        run.found(
                Kind.TEST_UNFINISHED,
                started.test().shortName() + " began in round " + part.round(started.round()) + " on worker " + label
                        + ", which ended as it should, but its end is not in " + file + ". Run the rounds again.");
    }

    @Override
    public void end(boolean finished) {
        if (strayOutcomes > 0) {
            run.found(
                    Kind.TEST_UNFINISHED,
                    file + " has " + strayOutcomes
                            + " outcomes of tests whose beginning it does not have. Run the rounds again.");
        }
        if (finished) {
            inFlight.values().forEach(this::unfinished);
            stops.atTheEnd(this::hungAsAWhole, this::incident);
            if (stops.any()) {
                run.endedAfterItsTests(label);
            }
        } else if (isCutOffLater()) {
            cutOff();
        } else {
            died();
        }
        faults.settle(all, run.isCutShort(), run.incidents());
        run.worker(new WorkerEvidence(
                id,
                file,
                header.pid(),
                header.about(),
                finished,
                header.at(),
                lastAt,
                all.stream().map(ClassRun::toBar).toList()));
    }

    /** What another machine has left may have lost its end on the way: Maven would have seen a worker die. */
    private boolean isCutOffLater() {
        return run.isMerged()
                && part.shard().isPresent()
                && !explained
                && hung.isEmpty()
                && !stops.any()
                && run.endedWell(part);
    }

    private void cutOff() {
        inFlight.values().stream()
                .filter(test -> !test.rerun())
                .forEach(test -> record(test, new Outcome.NotRun("its end was not journalled"), test.at()));
        open.values().forEach(broken -> broken.breakOff(lastAt));
        run.found(
                Kind.SHARD_MISSING,
                part.shard().map(of -> ShardSet.name(of.shard())).orElse("The run") + " is half-written: " + file
                        + " is cut off, although Maven saw its worker end well. Take all of that file from its machine, or"
                        + " run that shard again.");
    }

    private void died() {
        String worker = "Worker " + label + " (process " + header.pid() + ")";
        WorkerDeath death = WorkerDeath.of(
                file,
                header.about().getOrDefault(WorkerFact.FORK, ""),
                run.round(part, lastRound).map(round -> round.faults).orElse(List.of()));
        for (TestStarted victim : inFlight.values()) {
            if (victim.rerun()) {
                continue;
            }
            Optional<Outcome> stopped = stops.of(victim);
            stopped.ifPresent(outcome -> hung.add(victim.test().shortName()));
            record(victim, stopped.orElseGet(() -> crashed(worker + " died while this test ran", death)), lastAt);
        }
        open.values().forEach(broken -> broken.breakOff(lastAt));
        stops.problems(this::incident);
        explained |= stops.ofClasses(open.keySet(), this::hungAsAWhole);
        if (inFlight.isEmpty() && !explained) {
            open.values()
                    .forEach(broken ->
                            recordAsAWhole(broken.className, crashed(worker + " died " + whileDoing(), death)));
        }
        if (renewed && open.isEmpty()) {
            faults.died("died " + whileDoing() + death.code(), part.round(lastRound));
        }
        if (renewed
                && (run.isCutShort()
                        || (open.isEmpty() ? all : open.values()).stream().allMatch(ClassRun::isSetAside))) {
            // Whatever befell it, fresh workers have run what it was at, and that counts; or could not any more.
            return;
        }
        RoundCollector.Death told = new RoundCollector.Death(
                worker + " died in round " + part.round(lastRound) + " " + whileDoing() + death.code(),
                WorkerEvidence.replayOption(label, file, run.isElsewhere()));
        run.round(part, lastRound)
                .ifPresentOrElse(round -> round.deaths.add(told), () -> run.found(Kind.WORKER_DIED, told.sentence()));
    }

    private static Outcome crashed(String how, WorkerDeath death) {
        return new Outcome.Crashed(how + death.code() + "." + death.output());
    }

    private void hungAsAWhole(String className, Outcome outcome) {
        hung.add(new TestId(className, "").shortName());
        recordAsAWhole(className, outcome);
    }

    /** The class has no test in flight: it died in its setup or teardown, which bears the name of the class alone. */
    private void recordAsAWhole(String className, Outcome outcome) {
        TestId id = new TestId(className, "");
        record(new TestStarted(0, lastRound, id, "", List.of(), false, lastAt), outcome, lastAt);
    }

    private String whileDoing() {
        if (!hung.isEmpty()) {
            return "because " + String.join(", ", hung) + " hung";
        }
        if (stops.any()) {
            return "because it was ended at a limit";
        }
        if (!inFlight.isEmpty()) {
            return "while it ran "
                    + inFlight.values().stream().map(t -> t.test().shortName()).collect(Collectors.joining(", "));
        }
        if (!open.isEmpty()) {
            return "between the tests of " + String.join(", ", open.keySet());
        }
        return all.isEmpty() ? "before its first class" : "after " + all.get(all.size() - 1).className;
    }
}
