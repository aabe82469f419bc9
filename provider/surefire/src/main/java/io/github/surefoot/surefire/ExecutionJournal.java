package io.github.surefoot.surefire;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.SafeThrowable;
import org.apache.maven.surefire.api.report.StackTraceWriter;
import org.jspecify.annotations.Nullable;

/** Journals executions under the names that Surefire gives them, so that its reports and ours speak of the same. */
final class ExecutionJournal {
    private final Consumer<JournalEntry> journal;
    private final Clock clock;
    private final PlatformContext context;
    private final Map<TestId, Running> running = new ConcurrentHashMap<>();
    private final Map<String, Long> openClasses = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();
    private volatile int round;

    /** An execution under way: its number, and when it started by {@link System#nanoTime()}. */
    private record Running(long execution, long since) {}

    ExecutionJournal(JournalWriter journal, Clock clock, PlatformContext context, int round) {
        this(journal::append, clock, context, round);
    }

    ExecutionJournal(Consumer<JournalEntry> journal, Clock clock, PlatformContext context, int round) {
        this.journal = journal;
        this.clock = clock;
        this.context = context;
        this.round = round;
    }

    void round(int now) {
        round = now;
    }

    int round() {
        return round;
    }

    void classStarting(String className) {
        openClasses.put(className, System.nanoTime());
        journal.accept(new JournalEntry.ClassStarted(round, className, clock.millis()));
    }

    void classFinished(String className) {
        openClasses.remove(className);
        journal.accept(new JournalEntry.ClassFinished(round, className, clock.millis()));
    }

    void started(ReportEntry entry) {
        TestId test = testOf(entry);
        running.put(test, new Running(start(test, entry), System.nanoTime()));
    }

    /** Ends an execution; one that never started, as of a class whose setup failed, starts here too. */
    void finished(ReportEntry entry, Outcome outcome) {
        TestId test = testOf(entry);
        @Nullable Running started = running.remove(test);
        long execution = started == null ? start(test, entry) : started.execution();
        journal.accept(new JournalEntry.TestFinished(execution, outcome, clock.millis()));
        // Any news is a sign of life of all that is open: a nested test's class is not the one that was opened.
        long now = System.nanoTime();
        openClasses.replaceAll((name, since) -> now);
    }

    /**
     * Ends what has been running for longer than a limit, be it a test or, between tests, the setup or teardown of a
     * class.
     *
     * @return whether there was any: this JVM must then end, before the hung thread reports anything else
     */
    boolean hung(Duration limit, Supplier<Outcome.Hung> outcome) {
        long now = System.nanoTime();
        boolean any = false;
        for (Map.Entry<TestId, Running> entry : List.copyOf(running.entrySet())) {
            boolean tooLong = now - entry.getValue().since() > limit.toNanos();
            // Whoever removes it tells its outcome: a test that ends this very moment is not hung.
            if (tooLong && running.remove(entry.getKey(), entry.getValue())) {
                journal.accept(
                        new JournalEntry.TestFinished(entry.getValue().execution(), outcome.get(), clock.millis()));
                any = true;
            }
        }
        return any || (running.isEmpty() && hungBetweenTests(now, limit, outcome));
    }

    private boolean hungBetweenTests(long now, Duration limit, Supplier<Outcome.Hung> outcome) {
        boolean any = false;
        for (Map.Entry<String, Long> entry : openClasses.entrySet()) {
            if (now - entry.getValue() > limit.toNanos()) {
                long execution = number.incrementAndGet();
                journal.accept(new JournalEntry.TestStarted(
                        execution, round, new TestId(entry.getKey(), ""), "", List.of(), false, clock.millis()));
                journal.accept(new JournalEntry.TestFinished(execution, outcome.get(), clock.millis()));
                any = true;
            }
        }
        return any;
    }

    private long start(TestId test, ReportEntry entry) {
        long execution = number.incrementAndGet();
        PlatformContext.Position position = context.position();
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
        return running.size() == 1 ? running.keySet().iterator().next() : new TestId("", "");
    }

    void forbidden(String pattern, TestId test) {
        journal.accept(new JournalEntry.MessageSeen(pattern, test, clock.millis()));
    }

    /** Names a test as Surefire's XML does: by the class it stands in, nested or not. */
    static TestId testOf(ReportEntry entry) {
        @Nullable String nested = entry.getSourceQualifiedName();
        @Nullable String className = nested == null ? entry.getSourceName() : nested;
        return new TestId(Objects.requireNonNullElse(className, ""), Objects.requireNonNullElse(entry.getName(), ""));
    }

    static Failure failureOf(ReportEntry entry) {
        @Nullable StackTraceWriter writer = entry.getStackTraceWriter();
        @Nullable SafeThrowable throwable = writer == null ? null : writer.getThrowable();
        if (writer == null || throwable == null) {
            return new Failure("unknown", Objects.requireNonNullElse(entry.getMessage(), ""), "");
        }
        @Nullable Throwable target = throwable.getTarget();
        return new Failure(
                target == null ? "unknown" : target.getClass().getName(),
                Objects.requireNonNullElse(throwable.getMessage(), ""),
                Objects.requireNonNullElse(writer.writeTraceToString(), ""));
    }
}
