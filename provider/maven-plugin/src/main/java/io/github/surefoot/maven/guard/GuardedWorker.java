package io.github.surefoot.maven.guard;

import io.github.surefoot.core.WorkerKind;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalEntry.WorkerStopped;
import io.github.surefoot.core.journal.JournalTail;
import io.github.surefoot.core.process.LeftProcess;
import io.github.surefoot.core.process.ProcessProgress;
import io.github.surefoot.core.protocol.JournalDirectory;
import io.github.surefoot.core.protocol.WorkerFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One worker, seen from outside: what it is at by its journal, since when by Maven's clock, and whether it moves. */
final class GuardedWorker {
    /** Two processes may see the same start a little differently, when the clock of the machine is set meanwhile. */
    private static final Duration SAME_START = Duration.ofSeconds(2);

    private final Path file;
    private final JournalTail journal;
    private final WorkerLimits limits;
    private final LongSupplier nanos;
    private final Consumer<LeftProcess> left;
    private final WorkerChildren children;

    /** The executions in flight, and when each was seen first. */
    private final Map<Long, Long> running = new LinkedHashMap<>();

    private final Set<String> open = new LinkedHashSet<>();
    /** What the worker itself has told of, of classes that were over. */
    private final List<LeftProcess> told = new ArrayList<>(0);

    private String label = "";
    private Optional<ProcessHandle> process = Optional.empty();
    private @Nullable ProcessProgress progress;
    private long began;
    private long lastNews;
    private boolean ended;
    private boolean renewed;
    private @Nullable WorkerStopped ownStop;
    private long ownStopAt;
    private String heartbeat = "";
    private long lastHeartbeat;
    private boolean stopped;
    private boolean gone;

    /**
     * Begins to guard.
     *
     * @param file the worker's journal
     * @param nanos the time, as {@link System#nanoTime()}
     * @param left takes each process that outlives this worker, if it dies
     */
    GuardedWorker(Path file, WorkerLimits limits, LongSupplier nanos, Consumer<LeftProcess> left) {
        this.file = file;
        this.limits = limits;
        this.nanos = nanos;
        this.left = left;
        children = new WorkerChildren(nanos);
        journal = new JournalTail(file);
    }

    /**
     * Looks how it gets on.
     *
     * @return what it is to be ended for, the first time it is
     */
    Optional<WorkerStopped> look() {
        // Asked before the journal is read: what has ended by then is not in flight, however long the reading takes.
        long now = nanos.getAsLong();
        try {
            journal.readOn(entry -> take(entry, now));
        } catch (IOException e) {
            // A test may have removed it; its worker will restore it. What was known before still holds.
        }
        lookAtChildren();
        ProcessProgress moves = progress;
        if (stopped || moves == null || process.filter(ProcessHandle::isAlive).isEmpty()) {
            return Optional.empty();
        }
        moves.look();
        hear(now);
        Optional<WorkerStopped> stop = beyondLimit(now, moves);
        stopped = stop.isPresent();
        return stop;
    }

    private void lookAtChildren() {
        if (gone || process.isEmpty()) {
            return;
        }
        if (process.get().isAlive()) {
            children.look(process.get());
            return;
        }
        gone = true;
        if (!ended) {
            children.stillThere().stream()
                    .filter(child -> told.stream().noneMatch(process -> process.is(child.pid())))
                    .forEach(child -> left.accept(LeftProcess.of(child, List.copyOf(open))));
        }
    }

    /** Returns its process, if that is known. */
    Optional<ProcessHandle> process() {
        return process;
    }

    /** Ends it, if it was found to be beyond a limit; not any process that has its number now. */
    void endIfStopped() {
        if (stopped) {
            process.filter(ProcessHandle::isAlive).ifPresent(worker -> {
                children.lookNow(worker);
                worker.destroyForcibly();
            });
        }
    }

    private void take(JournalEntry entry, long now) {
        lastNews = now;
        if (entry instanceof JournalEntry.WorkerStarted e) {
            started(e, now);
        } else if (entry instanceof JournalEntry.ClassStarted e) {
            open.add(e.className());
        } else if (entry instanceof JournalEntry.ClassFinished e) {
            open.remove(e.className());
        } else if (entry instanceof JournalEntry.LeakFound e) {
            LeftProcess.of(e.what(), e.className()).ifPresent(told::add);
        } else if (entry instanceof JournalEntry.TestStarted e) {
            running.put(e.execution(), now);
        } else if (entry instanceof JournalEntry.TestFinished e) {
            running.remove(e.execution());
        } else if (entry instanceof WorkerStopped e) {
            ownStop = e;
            ownStopAt = now;
        } else if (entry instanceof JournalEntry.Finished) {
            ended = true;
            progress = process.map(this::progress).orElse(null);
        }
    }

    private void started(JournalEntry.WorkerStarted header, long now) {
        label = header.worker().label();
        renewed = WorkerKind.RENEWED.word().equals(header.about().get(WorkerFact.KIND));
        began = now;
        process = ProcessHandle.of(header.pid()).filter(found -> isOf(header, found));
        progress = process.map(this::progress).orElse(null);
    }

    private ProcessProgress progress(ProcessHandle found) {
        return new ProcessProgress(() -> found.info().totalCpuDuration(), nanos, WorkerGuard.LOOK_EVERY);
    }

    /** From here on the handle itself knows whether the number has gone to another process. */
    private static boolean isOf(JournalEntry.WorkerStarted header, ProcessHandle found) {
        String started = header.about().getOrDefault(WorkerFact.PROCESS_STARTED, "");
        Optional<Instant> seen = found.info().startInstant();
        if (seen.isEmpty() || !started.matches("\\d{1,18}")) {
            return seen.isEmpty() && started.isEmpty();
        }
        Duration apart = Duration.between(Instant.ofEpochMilli(Long.parseLong(started)), seen.get());
        return apart.abs().compareTo(SAME_START) <= 0;
    }

    private void hear(long now) {
        try {
            String beat = Files.readString(JournalDirectory.heartbeat(file));
            if (!beat.equals(heartbeat)) {
                heartbeat = beat;
                lastHeartbeat = now;
            }
        } catch (IOException e) {
            heartbeat = "";
        }
    }

    private Optional<WorkerStopped> beyondLimit(long now, ProcessProgress moves) {
        WorkerStopped own = ownStop;
        if (own != null) {
            return isOver(now, ownStopAt, WorkerLimits.GRACE)
                    ? Optional.of(stop(List.copyOf(own.executions()), own.classes(), own.why()))
                    : Optional.empty();
        }
        if (ended) {
            // Its JVM may go on as the worker of the next round, or wait for a class that another one runs.
            return renewed ? Optional.empty() : afterTheEnd(moves);
        }
        return atTestTimeout(now).or(() -> atLifetime(now));
    }

    private Optional<WorkerStopped> afterTheEnd(ProcessProgress moves) {
        boolean stands = moves.standing().compareTo(limits.exit()) > 0;
        boolean busy = moves.own().compareTo(WorkerLimits.LONGEST_END) > 0;
        return stands || busy
                ? Optional.of(stop(
                        List.of(),
                        List.of(),
                        "This worker had run all its tests and closed its journal, but its process did not end, and "
                                + (stands ? "did nothing any more." : "was busy with something else.")))
                : Optional.empty();
    }

    private Optional<WorkerStopped> atTestTimeout(long now) {
        return limits.testTimeout().flatMap(limit -> {
            String why = "Stopped after " + limit.toMillis() + " ms (surefoot.testTimeout).";
            Duration patience = limit.plus(WorkerLimits.GRACE);
            List<Long> over = running.entrySet().stream()
                    .filter(test -> isOver(now, test.getValue(), patience))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!over.isEmpty()) {
                return Optional.of(stop(over, List.of(), why));
            }
            boolean between = running.isEmpty() && !open.isEmpty();
            return between && isOver(now, lastNews, patience) && cannotEndItself(now, patience)
                    ? Optional.of(stop(List.of(), List.copyOf(open), why))
                    : Optional.empty();
        });
    }

    /** As long as its own watch looks, it knows better: JUnit may still be looking for the tests of the class. */
    private boolean cannotEndItself(long now, Duration patience) {
        return heartbeat.isEmpty()
                ? isOver(now, lastNews, patience.plus(WorkerLimits.DISCOVERY))
                : isOver(now, lastHeartbeat, WorkerLimits.GRACE);
    }

    private Optional<WorkerStopped> atLifetime(long now) {
        boolean over = limits.lifetime()
                .filter(limit -> isOver(now, began, limit.plus(WorkerLimits.GRACE)))
                .isPresent();
        if (!over || (running.isEmpty() && open.isEmpty())) {
            return Optional.empty();
        }
        List<String> classes = running.isEmpty() ? List.copyOf(open) : List.of();
        return Optional.of(stop(
                List.copyOf(running.keySet()), classes, "Stopped at the limit of its round (surefoot.roundTimeout)."));
    }

    private WorkerStopped stop(List<Long> executions, List<String> classes, String why) {
        return new WorkerStopped(
                label,
                executions,
                classes,
                why + " Its JVM could not end itself: it was stopped, or is in a loop that it cannot interrupt. Maven"
                        + " ended it, so nobody knows what its threads did.",
                System.currentTimeMillis());
    }

    private static boolean isOver(long now, long since, Duration limit) {
        return now - since > limit.toNanos();
    }
}
