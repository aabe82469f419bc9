package io.github.surefoot.surefire.journal;

import io.github.surefoot.core.Failure;
import io.github.surefoot.core.Outcome;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.apache.maven.surefire.api.report.TestSetReportEntry;
import org.jspecify.annotations.Nullable;

/** Journals what Surefire reports, and passes it on unchanged; output only if there is no file for it. */
public final class JournallingListener implements TestReportListener<TestOutputReportEntry> {
    private final TestReportListener<TestOutputReportEntry> surefire;
    private final ExecutionJournal journal;
    private final ForbiddenMessages forbidden;
    private final Consumer<String> printed;
    private final Consumer<TestOutputReportEntry> output;
    private volatile @Nullable Consumer<TestOutputReportEntry> successor;

    /**
     * Stands before Surefire's listener.
     *
     * @param printed is told what tests print
     * @param output takes what tests print in Surefire's place, if it is there
     */
    public JournallingListener(
            TestReportListener<TestOutputReportEntry> surefire,
            ExecutionJournal journal,
            ForbiddenMessages forbidden,
            Consumer<String> printed,
            Optional<TestOutput> output) {
        this.printed = printed;
        this.surefire = surefire;
        this.journal = journal;
        this.forbidden = forbidden;
        this.output =
                output.<Consumer<TestOutputReportEntry>>map(file -> file::write).orElse(surefire::writeTestOutput);
    }

    /**
     * Has somebody else take what is printed on the streams of this round, which is over: libraries keep the streams that
     * they have seen.
     */
    public void over(Consumer<TestOutputReportEntry> by) {
        successor = by;
    }

    /** Keeps what is printed when no round is under way: it is no test's, and no worker's that could still tell of it. */
    public void keep(TestOutputReportEntry entry) {
        output.accept(entry);
    }

    @Override
    public void testSetStarting(TestSetReportEntry report) {
        surefire.testSetStarting(report);
    }

    @Override
    public void testSetCompleted(TestSetReportEntry report) {
        surefire.testSetCompleted(report);
    }

    @Override
    public void testStarting(ReportEntry report) {
        journal.started(report);
        surefire.testStarting(report);
    }

    @Override
    public void testSucceeded(ReportEntry report) {
        journal.finished(report, new Outcome.Passed());
        surefire.testSucceeded(report);
    }

    @Override
    public void testAssumptionFailure(ReportEntry report) {
        journal.aborted(report);
        surefire.testAssumptionFailure(report);
    }

    @Override
    public void testError(ReportEntry report) {
        Failure failure = ReportedFailure.of(report);
        look(failure, report);
        journal.finished(report, new Outcome.Errored(failure));
        surefire.testError(report);
    }

    @Override
    public void testFailed(ReportEntry report) {
        Failure failure = ReportedFailure.of(report);
        look(failure, report);
        journal.finished(report, new Outcome.Failed(failure));
        surefire.testFailed(report);
    }

    private void look(Failure failure, ReportEntry report) {
        forbidden.findIn(
                failure.message() + '\n' + failure.stackTrace(), pattern -> journal.forbidden(pattern, report));
    }

    @Override
    public void testSkipped(ReportEntry report) {
        journal.finished(report, new Outcome.Skipped(Objects.requireNonNullElse(report.getMessage(), "")));
        surefire.testSkipped(report);
    }

    @Override
    public void testExecutionSkippedByUser() {
        surefire.testExecutionSkippedByUser();
    }

    @Override
    public void writeTestOutput(TestOutputReportEntry entry) {
        @Nullable Consumer<TestOutputReportEntry> now = successor;
        if (now != null) {
            now.accept(entry);
            return;
        }
        if (entry.getLog() != null) {
            forbidden.findIn(entry.getLog(), pattern -> journal.forbidden(pattern, journal.current()));
            printed.accept(entry.isNewLine() ? entry.getLog() + System.lineSeparator() : entry.getLog());
        }
        output.accept(entry);
    }

    @Override
    public boolean isDebugEnabled() {
        return surefire.isDebugEnabled();
    }

    @Override
    public void debug(String message) {
        surefire.debug(message);
    }

    @Override
    public boolean isInfoEnabled() {
        return surefire.isInfoEnabled();
    }

    @Override
    public void info(String message) {
        surefire.info(message);
    }

    @Override
    public boolean isWarnEnabled() {
        return surefire.isWarnEnabled();
    }

    @Override
    public void warning(String message) {
        surefire.warning(message);
    }

    @Override
    public boolean isErrorEnabled() {
        return surefire.isErrorEnabled();
    }

    @Override
    public void error(String message) {
        surefire.error(message);
    }

    @Override
    public void error(String message, Throwable t) {
        surefire.error(message, t);
    }

    @Override
    public void error(Throwable t) {
        surefire.error(t);
    }
}
