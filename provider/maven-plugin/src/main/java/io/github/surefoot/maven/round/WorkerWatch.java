package io.github.surefoot.maven.round;

import io.github.surefoot.analysis.evidence.matching.CollectedTest;
import io.github.surefoot.analysis.evidence.matching.TakenUpClass;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalTail;
import io.github.surefoot.core.process.LeftProcess;
import io.github.surefoot.core.protocol.ResourceFact;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Follows one worker's journal, and counts what it tells for the rounds it belongs to. */
final class WorkerWatch {
    private final JournalTail journal;
    private final IntFunction<RoundSoFar> rounds;
    private final KindWatch kinds;
    private final Map<Long, Running> running = new HashMap<>();
    private final Map<String, Integer> openClasses = new HashMap<>();
    private final Function<String, JournalEntry.@Nullable WorkerStopped> stops;
    private final Consumer<LeftProcess> left;
    private final List<JournalEntry.WorkerStopped> stopped = new ArrayList<>(0);
    private final Set<String> toldAsAWhole = new HashSet<>(0);
    private String label = "";
    private OptionalInt round = OptionalInt.empty();
    private long pid;
    private boolean ended;
    /** Whether it runs a class again that others have run in this round: the round is told as it was seen first. */
    private boolean again;

    private boolean dead;
    private boolean unavailable;

    /**
     * Prepares to follow a journal.
     *
     * @param rounds what is known of a round
     * @param kinds takes each execution that has ended, too
     * @param stops why Maven has ended the worker of a label, if it has
     * @param left takes each process that a test has left behind
     */
    WorkerWatch(
            JournalTail journal,
            IntFunction<RoundSoFar> rounds,
            KindWatch kinds,
            Function<String, JournalEntry.@Nullable WorkerStopped> stops,
            Consumer<LeftProcess> left) {
        this.stops = stops;
        this.left = left;
        this.journal = journal;
        this.rounds = rounds;
        this.kinds = kinds;
    }

    private record Running(int round, CollectedTest.Key test, String owner, boolean again) {
        String className() {
            return test.id().className();
        }

        boolean isWholeClass() {
            return test.id().name().isEmpty();
        }
    }

    /** Counts what has come since. */
    void readOn() throws IOException {
        if (ended) {
            return;
        }
        // Asked first: one that ends between the question and the last look has told its end by then.
        boolean alive = isAlive();
        journal.readOn(this::take);
        if (!alive && !ended) {
            brokenOff();
        }
    }

    private boolean isAlive() {
        return pid == 0 || ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Tells whether it died before it was done. */
    boolean isDead() {
        return dead;
    }

    /** Tells whether it could not have what its tests need. */
    boolean isWithoutResource() {
        return unavailable;
    }

    /** Tells whether it may still report something for a round of its own; warm workers have none. */
    boolean isAtWorkFor(int number) {
        return !ended && round.isPresent() && round.getAsInt() == number;
    }

    /** Counts what a worker was at when it died; for the end of a run, when nobody is alive any more. */
    void brokenOff() {
        if (ended) {
            return;
        }
        ended = true;
        dead = true;
        kinds.died();
        round.ifPresent(number -> rounds.apply(number).workerDied());
        JournalEntry.WorkerStopped byMaven = stops.apply(label);
        if (byMaven != null) {
            stopped.add(byMaven);
        }
        running.forEach((execution, test) -> {
            boolean hung = stopped.stream().anyMatch(stop -> stop.executions().contains(execution));
            ended(test, hung ? new Outcome.Hung("") : new Outcome.Crashed(""));
        });
        openClasses.forEach((name, number) -> {
            if (!toldAsAWhole.contains(name)
                    && stopped.stream().anyMatch(stop -> stop.classes().contains(name))) {
                rounds.apply(number).hung(name);
            }
        });
        openClasses.forEach((name, number) -> rounds.apply(number).classBrokenOff(name, 0));
    }

    private void take(JournalEntry entry) {
        kinds.told(entry);
        if (entry instanceof JournalEntry.TestFinished e) {
            testEnded(e);
        } else if (entry instanceof JournalEntry.TestStarted e) {
            if (!e.rerun()) {
                running.put(e.execution(), begun(e));
            }
        } else {
            takeOther(entry);
        }
    }

    private void testEnded(JournalEntry.TestFinished e) {
        Running test = running.remove(e.execution());
        if (test != null) {
            if (test.isWholeClass() && !test.again()) {
                toldAsAWhole.add(test.className());
            }
            ended(test, e.outcome());
        }
    }

    private void takeOther(JournalEntry entry) {
        if (entry instanceof JournalEntry.WorkerStarted e) {
            pid = e.pid();
            label = e.worker().label();
            if (!e.worker().isWarm()) {
                round = OptionalInt.of(e.worker().round());
                rounds.apply(e.worker().round()).started(e.at());
            }
        } else if (entry instanceof JournalEntry.ClassStarted e) {
            openClasses.put(e.className(), e.round());
            again = rounds.apply(e.round()).classStarted(e.className(), e.at());
        } else if (entry instanceof JournalEntry.ClassFinished e) {
            openClasses.remove(e.className());
            rounds.apply(e.round()).classEnded(e.className(), e.at());
        } else if (entry instanceof JournalEntry.LeakFound e) {
            LeftProcess.of(e.what(), e.className()).ifPresent(left);
        } else if (entry instanceof JournalEntry.ResourceEvent e && e.event().equals(ResourceFact.UNAVAILABLE)) {
            unavailable = true;
        } else if (entry instanceof JournalEntry.WorkerStopped e) {
            stopped.add(e);
        } else if (entry instanceof JournalEntry.Finished) {
            ended = true;
        }
    }

    private Running begun(JournalEntry.TestStarted test) {
        String owner = TakenUpClass.of(test.test(), test.uniqueId(), openClasses.keySet())
                .orElse(test.test().className());
        return new Running(test.round(), CollectedTest.Key.of(test.test(), test.uniqueId(), owner), owner, again);
    }

    /** What has run again is held against the rest, and counted no more. */
    private void ended(Running test, Outcome outcome) {
        kinds.ended(test.round(), test.test(), outcome, test.again());
        if (test.again()) {
            return;
        }
        rounds.apply(test.round()).ended(test.test(), test.owner(), outcome);
    }
}
