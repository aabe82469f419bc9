package io.github.surefoot.surefire.journal;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.RunMode;
import org.jspecify.annotations.Nullable;

/** Journals executions under the names that Surefire gives them, so that its reports and ours speak of the same. */
public final class ExecutionJournal {
    /**
     * What JUnit may take, of this JVM's own time, to load itself and to find the tests of a class: no test's fault.
     */
    private static final Duration DISCOVERY = Duration.ofSeconds(30);

    private final Consumer<JournalEntry> journal;
    private final Supplier<Optional<String>> tampering;
    private final Clock clock;
    private final PlatformContext context;
    private final Map<Key, Running> running = new ConcurrentHashMap<>();
    private final Map<String, OpenClass> openClasses = new ConcurrentHashMap<>();
    /** The classes that were taken up in this round. */
    private final Set<String> ofRound = ConcurrentHashMap.newKeySet();

    private final String worker;
    private final AtomicLong number = new AtomicLong();
    private volatile int round;
    private volatile Duration ownTime = Duration.ZERO;

    private volatile Optional<TestId> outOfMemory = Optional.empty();

    /** Whether something hung: this JVM is ending, and what else its threads have to say comes too late. */
    private boolean ended;

    /**
     * What an execution under way is found by: its unique identifier. Its name may be that of others that run beside
     * it, and is all there is where nothing else is known.
     */
    private record Key(String uniqueId, @Nullable TestId test) {
        static Key of(PlatformContext.Position position, TestId test) {
            return new Key(position.uniqueId(), position.uniqueId().isEmpty() ? test : null);
        }
    }

    /** An execution under way: its number, its test, and when it started by {@link System#nanoTime()}. */
    private record Running(long execution, TestId test, long since) {}

    /**
     * A class that is taken up.
     *
     * @param underWay whether its tests were found
     * @param since since when there is no news of it, by {@link System#nanoTime()}
     * @param ownSince likewise, by this JVM's own time
     */
    private record OpenClass(boolean underWay, long since, Duration ownSince) {}

    /**
     * Journals to a worker's journal, from a round on.
     *
     * @param worker the label of the worker
     */
    public ExecutionJournal(String worker, JournalWriter journal, Clock clock, PlatformContext context, int round) {
        this(worker, journal::append, journal::tampering, clock, context, round);
    }

    /**
     * Journals to any consumer.
     *
     * @param tampering what was done to the journal since the last call, as the end of a sentence; empty if nothing
     */
    ExecutionJournal(
            String worker,
            Consumer<JournalEntry> journal,
            Supplier<Optional<String>> tampering,
            Clock clock,
            PlatformContext context,
            int round) {
        this.worker = worker;
        this.journal = journal;
        this.tampering = tampering;
        this.clock = clock;
        this.context = context;
        this.round = round;
    }

    /** Begins a round. */
    public void round(int now) {
        if (now != round) {
            ofRound.clear();
        }
        round = now;
    }

    /** Returns the round under way. */
    public int round() {
        return round;
    }

    /** Journals that a class is taken up. */
    public synchronized void classStarting(String className) {
        if (ended) {
            return;
        }
        openClasses.put(className, new OpenClass(false, System.nanoTime(), ownTime));
        ofRound.add(className);
        journal.accept(new JournalEntry.ClassStarted(round, className, clock.millis()));
    }

    /** Begins to count the time of a class: its tests were found, its setup begins. */
    public void classUnderWay(String className) {
        openClasses.computeIfPresent(className, (name, open) -> underWay());
    }

    /** Journals that a class is done. */
    public synchronized void classFinished(String className) {
        openClasses.remove(className);
        if (ended) {
            return;
        }
        journal.accept(new JournalEntry.ClassFinished(round, className, clock.millis()));
        lookAfter(className);
    }

    synchronized void started(ReportEntry entry) {
        if (ended) {
            return;
        }
        PlatformContext.Position position = context.position();
        TestId test = ReportedTest.of(entry, position.kind());
        running.put(Key.of(position, test), new Running(start(test, position, entry), test, System.nanoTime()));
    }

    /** Ends an execution; one that never started, as of a class whose setup failed, starts here too. */
    synchronized void finished(ReportEntry entry, Outcome outcome) {
        if (ended) {
            return;
        }
        PlatformContext.Position position = positionOf(outcome);
        TestId test = heir(ReportedTest.of(entry, position.kind()), position);
        @Nullable Running started = running.remove(Key.of(position, test));
        // An engine that speaks for a class: what is known of the class by its name is known by its identifier, too.
        PlatformContext.Position place = test.name().isEmpty() ? position.ofClass(test.className()) : position;
        long execution = started == null ? start(test, place, entry) : started.execution();
        journal.accept(new JournalEntry.TestFinished(execution, outcome, clock.millis()));
        if (isOutOfMemory(outcome)) {
            outOfMemory = Optional.of(test);
        }
        lookAfter(test.shortName());
        // Any news is a sign of life of all that is open: a nested test's class is not the one that was opened.
        openClasses.replaceAll((name, open) -> underWay());
    }

    private static boolean isOutOfMemory(Outcome outcome) {
        String error = OutOfMemoryError.class.getName();
        return outcome instanceof Outcome.Errored errored
                && (errored.failure().type().equals(error)
                        || errored.failure().stackTrace().contains("Caused by: " + error));
    }

    /** Returns the last test that ran out of memory. */
    public Optional<TestId> outOfMemory() {
        return outOfMemory;
    }

    /**
     * Returns the class that ran, where an engine speaks for the class that it inherits its set-up or tear-down from: only
     * the code of the latter is in what was thrown. Of several that ran nobody knows which it was.
     */
    private TestId heir(TestId test, PlatformContext.Position position) {
        if (position.kind() != PlatformContext.Kind.ENGINE || !test.name().isEmpty()) {
            return test;
        }
        List<String> heirs = ofRound.stream()
                .filter(ran -> TestCode.of(ran).classes().contains(test.className()))
                .toList();
        return heirs.size() == 1 ? new TestId(heirs.get(0), "") : test;
    }

    /** Ends an execution that was given up: an attempt that is made again keeps what failed in it. */
    void aborted(ReportEntry entry) {
        Optional<Failure> failed = context.isDataRow()
                ? Optional.empty()
                : ReportedFailure.ofAttempt(
                        entry, ReportedTest.of(entry, context.position().kind()).className());
        finished(entry, new Outcome.Aborted(ReportedFailure.of(entry).message(), failed));
    }

    private OpenClass underWay() {
        return new OpenClass(true, System.nanoTime(), ownTime);
    }

    /** Sets the time that this JVM has had for itself since it began, see {@code ProcessProgress}. */
    public void ownTime(Duration now) {
        ownTime = now;
    }

    /** Tells what happened to the journal after the last test. */
    public void lookAtTheEnd() {
        lookAfter("something after the last test");
    }

    /** Names who was at work while something happened to the journal. */
    private void lookAfter(String culprit) {
        tampering.get().ifPresent(what -> {
            String others = running.isEmpty()
                    ? ""
                    : " and "
                            + running.values().stream()
                                    .map(other -> other.test().shortName())
                                    .sorted()
                                    .collect(Collectors.joining(", "));
            journal.accept(new JournalEntry.Problem(
                    "While " + culprit + others + " ran, the journal of this worker " + what
                            + ". What is lost proves nothing. Tests must leave target/surefoot alone.",
                    clock.millis()));
        });
    }

    /**
     * Ends whatever runs with an error that ended the launcher, too, and tells whether there was any, be it a test or a
     * class.
     */
    public synchronized boolean brokenOff(Throwable error) {
        boolean any = !openClasses.isEmpty();
        for (Map.Entry<Key, Running> entry : List.copyOf(running.entrySet())) {
            if (running.remove(entry.getKey(), entry.getValue())) {
                journal.accept(new JournalEntry.TestFinished(
                        entry.getValue().execution(), new Outcome.Errored(ReportedFailure.of(error)), clock.millis()));
                any = true;
            }
        }
        return any;
    }

    private void hungAsAWhole(String className, Outcome.Hung outcome) {
        long execution = number.incrementAndGet();
        journal.accept(new JournalEntry.TestStarted(
                execution, round, new TestId(className, ""), "", List.of(), false, clock.millis()));
        journal.accept(new JournalEntry.TestFinished(execution, outcome, clock.millis()));
    }

    /**
     * Ends what has been running for longer than a limit, be it a test or, between tests, the setup or teardown of a
     * class. That is journalled before the threads are asked what they do, since they may never answer.
     *
     * @param why which limit it is, a sentence
     * @param threads what the threads do, sentences
     * @return whether there was any: this JVM must then end, and nothing more is journalled of tests
     */
    public synchronized boolean hung(Duration limit, String why, Supplier<String> threads) {
        // Whatever ends from now on is not hung: it waits for this method, and comes too late.
        long now = System.nanoTime();
        List<Long> tests = running.values().stream()
                .filter(test -> now - test.since() > limit.toNanos())
                .map(Running::execution)
                .sorted()
                .toList();
        List<String> classes = running.isEmpty() ? classesOver(limit, now) : List.of();
        if (tests.isEmpty() && classes.isEmpty()) {
            return false;
        }
        ended = true;
        running.values().removeIf(test -> tests.contains(test.execution()));
        journal.accept(new JournalEntry.WorkerStopped(worker, tests, classes, why, clock.millis()));
        Outcome.Hung outcome = new Outcome.Hung(why + " " + threads.get());
        tests.forEach(test -> journal.accept(new JournalEntry.TestFinished(test, outcome, clock.millis())));
        classes.forEach(className -> hungAsAWhole(className, outcome));
        return true;
    }

    /** Tells whether something hung, so that this JVM must end. */
    public synchronized boolean isOver() {
        return ended;
    }

    private List<String> classesOver(Duration limit, long now) {
        return openClasses.entrySet().stream()
                .filter(entry -> isOver(entry.getValue(), limit, now))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private boolean isOver(OpenClass open, Duration limit, long now) {
        return open.underWay()
                ? now - open.since() > limit.toNanos()
                : ownTime.minus(open.ownSince()).compareTo(DISCOVERY.plus(limit)) > 0;
    }

    private long start(TestId test, PlatformContext.Position position, ReportEntry entry) {
        long execution = number.incrementAndGet();
        journal.accept(new JournalEntry.TestStarted(
                execution,
                round,
                test,
                position.uniqueId(),
                position.tags(),
                entry.getRunMode() == RunMode.RERUN_TEST_AFTER_FAILURE,
                clock.millis()));
        return execution;
    }

    /** Returns the test that a message printed now belongs to, if only one is running. */
    TestId current() {
        List<Running> all = List.copyOf(running.values());
        return all.size() == 1 ? all.get(0).test() : new TestId("", "");
    }

    /** Told that a class is skipped or aborted, Surefire reports the tests in it, by name alone. */
    private PlatformContext.Position positionOf(Outcome outcome) {
        PlatformContext.Position position = context.position();
        return position.kind() == PlatformContext.Kind.TEST || outcome.countsAgainstTheTest()
                ? position
                : new PlatformContext.Position("", position.tags(), PlatformContext.Kind.UNKNOWN);
    }

    /** Journals that a forbidden message occurred in what a test threw. */
    void forbidden(String pattern, ReportEntry entry) {
        forbidden(pattern, ReportedTest.of(entry, context.position().kind()));
    }

    void forbidden(String pattern, TestId test) {
        journal.accept(new JournalEntry.MessageSeen(pattern, test, clock.millis()));
    }
}
