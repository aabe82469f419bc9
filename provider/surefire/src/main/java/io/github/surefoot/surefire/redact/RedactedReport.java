package io.github.surefoot.surefire.redact;

import io.github.surefoot.core.secret.Redactor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.surefire.api.report.CategorizedReportEntry;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.StackTraceWriter;
import org.apache.maven.surefire.api.report.TestSetReportEntry;
import org.jspecify.annotations.Nullable;

/**
 * Copies what Surefire reports of a test with secrets masked, but for the name of its class, which stands in the
 * source for all to read and by which reports are matched. Where a test has no class, it is named after something else
 * there, which is masked.
 */
record RedactedReport(Redactor redactor) {

    TestSetReportEntry of(TestSetReportEntry report) {
        Map<String, String> properties = new LinkedHashMap<>();
        report.getSystemProperties()
                .forEach((name, value) -> properties.put(redactor.redact(name), String.valueOf(mask(value))));
        return copy(report, properties);
    }

    ReportEntry of(ReportEntry report) {
        return report instanceof TestSetReportEntry set ? of(set) : copy(report, Map.of());
    }

    private TestSetReportEntry copy(ReportEntry report, Map<String, String> properties) {
        @Nullable StackTraceWriter trace = report.getStackTraceWriter();
        return CategorizedReportEntry.reportEntry(
                report.getRunMode(),
                report.getTestRunId(),
                maskUnlessClass(report.getSourceName()),
                mask(report.getSourceText()),
                maskUnlessClass(report.getSourceQualifiedName()),
                mask(report.getName()),
                mask(report.getNameText()),
                mask(report.getGroup()),
                trace == null ? null : new RedactedStackTrace(trace, redactor),
                report.getElapsed(),
                mask(report.getMessage()),
                properties);
    }

    private @Nullable String maskUnlessClass(@Nullable String name) {
        return name == null || !redactor.finds(name) || isClass(name) ? name : redactor.redact(name);
    }

    private static boolean isClass(String name) {
        try {
            Class.forName(name, false, Thread.currentThread().getContextClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            // No class of that name can have been run.
            return false;
        }
    }

    private @Nullable String mask(@Nullable String text) {
        return text == null ? null : redactor.redact(text);
    }
}
