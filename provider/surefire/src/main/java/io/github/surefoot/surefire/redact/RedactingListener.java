package io.github.surefoot.surefire.redact;

import io.github.surefoot.core.secret.Redactor;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.apache.maven.surefire.api.report.TestSetReportEntry;

/** Masks secrets in everything that tests print, throw and are called, before it is journalled or leaves the worker. */
final class RedactingListener extends RedactedLogger implements TestReportListener<TestOutputReportEntry> {
    private final TestReportListener<TestOutputReportEntry> next;
    private final RedactedReport masked;
    private final RedactedOutput out;
    private final RedactedOutput err;
    private final Set<Long> running = ConcurrentHashMap.newKeySet();

    RedactingListener(TestReportListener<TestOutputReportEntry> next, Redactor redactor) {
        super(next, redactor);
        this.next = next;
        masked = new RedactedReport(redactor);
        out = new RedactedOutput(redactor, next::writeTestOutput);
        err = new RedactedOutput(redactor, next::writeTestOutput);
    }

    /** What a test has printed a part of it goes on with, whatever another one does meanwhile. */
    private void flush() {
        out.flushUnlessOf(running);
        err.flushUnlessOf(running);
    }

    private void ended(ReportEntry report) {
        if (report.getTestRunId() != null) {
            running.remove(report.getTestRunId());
        }
        flush();
    }

    @Override
    public void writeTestOutput(TestOutputReportEntry entry) {
        (entry.isStdOut() ? out : err).write(entry);
    }

    @Override
    public void testSetStarting(TestSetReportEntry report) {
        flush();
        next.testSetStarting(masked.of(report));
    }

    @Override
    public void testSetCompleted(TestSetReportEntry report) {
        flush();
        next.testSetCompleted(masked.of(report));
    }

    @Override
    public void testStarting(ReportEntry report) {
        flush();
        if (report.getTestRunId() != null) {
            running.add(report.getTestRunId());
        }
        next.testStarting(masked.of(report));
    }

    @Override
    public void testSucceeded(ReportEntry report) {
        ended(report);
        next.testSucceeded(masked.of(report));
    }

    @Override
    public void testAssumptionFailure(ReportEntry report) {
        ended(report);
        next.testAssumptionFailure(masked.of(report));
    }

    @Override
    public void testError(ReportEntry report) {
        ended(report);
        next.testError(masked.of(report));
    }

    @Override
    public void testFailed(ReportEntry report) {
        ended(report);
        next.testFailed(masked.of(report));
    }

    @Override
    public void testSkipped(ReportEntry report) {
        ended(report);
        next.testSkipped(masked.of(report));
    }

    @Override
    public void testExecutionSkippedByUser() {
        next.testExecutionSkippedByUser();
    }
}
