package io.github.surefoot.surefire;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import io.github.surefoot.core.TestId;
import io.github.surefoot.core.journal.JournalEntry;
import io.github.surefoot.core.journal.JournalWriter;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
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
    private final Map<TestId, Long> running = new ConcurrentHashMap<>();
    private final AtomicLong number = new AtomicLong();
    private volatile int round;

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

    void classStarting(String className) {
        journal.accept(new JournalEntry.ClassStarted(round, className, clock.millis()));
    }

    void classFinished(String className) {
        journal.accept(new JournalEntry.ClassFinished(round, className, clock.millis()));
    }

    void started(ReportEntry entry) {
        TestId test = testOf(entry);
        running.put(test, start(test, entry));
    }

    /** Ends an execution; one that never started, as of a class whose setup failed, starts here too. */
    void finished(ReportEntry entry, Outcome outcome) {
        TestId test = testOf(entry);
        Long started = running.remove(test);
        long execution = started == null ? start(test, entry) : started;
        journal.accept(new JournalEntry.TestFinished(execution, outcome, clock.millis()));
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

    static TestId testOf(ReportEntry entry) {
        return new TestId(
                Objects.requireNonNullElse(entry.getSourceName(), ""), Objects.requireNonNullElse(entry.getName(), ""));
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
