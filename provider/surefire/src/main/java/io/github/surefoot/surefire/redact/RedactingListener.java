package io.github.surefoot.surefire.redact;

import io.github.surefoot.core.secret.Redactor;
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

    RedactingListener(TestReportListener<TestOutputReportEntry> next, Redactor redactor) {
        super(next, redactor);
        this.next = next;
        masked = new RedactedReport(redactor);
        out = new RedactedOutput(redactor, next::writeTestOutput);
        err = new RedactedOutput(redactor, next::writeTestOutput);
    }

    private void flush() {
        out.flush();
        err.flush();
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
        next.testStarting(masked.of(report));
    }

    @Override
    public void testSucceeded(ReportEntry report) {
        flush();
        next.testSucceeded(masked.of(report));
    }

    @Override
    public void testAssumptionFailure(ReportEntry report) {
        flush();
        next.testAssumptionFailure(masked.of(report));
    }

    @Override
    public void testError(ReportEntry report) {
        flush();
        next.testError(masked.of(report));
    }

    @Override
    public void testFailed(ReportEntry report) {
        flush();
        next.testFailed(masked.of(report));
    }

    @Override
    public void testSkipped(ReportEntry report) {
        flush();
        next.testSkipped(masked.of(report));
    }

    @Override
    public void testExecutionSkippedByUser() {
        next.testExecutionSkippedByUser();
    }
}
