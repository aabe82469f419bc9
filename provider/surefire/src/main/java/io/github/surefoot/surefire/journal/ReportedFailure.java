package io.github.surefoot.surefire.journal;

import io.github.surefoot.core.Failure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.Optional;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.SafeThrowable;
import org.apache.maven.surefire.api.report.StackTraceWriter;
import org.jspecify.annotations.Nullable;

/** What was thrown, as the journal has it. */
final class ReportedFailure {
    private ReportedFailure() {}

    /** Returns what Surefire reports of a test that failed. */
    static Failure of(ReportEntry entry) {
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

    /** Returns what failed in a test that is reported as aborted, if it was an attempt that is made again. */
    static Optional<Failure> ofAttempt(ReportEntry entry, String className) {
        @Nullable StackTraceWriter writer = entry.getStackTraceWriter();
        @Nullable SafeThrowable throwable = writer == null ? null : writer.getThrowable();
        @Nullable Throwable target = throwable == null ? null : throwable.getTarget();
        return Optional.ofNullable(target)
                .flatMap(thrown -> Attempt.failure(thrown, TestCode.of(className)))
                .map(ReportedFailure::of);
    }

    /** Returns what was thrown past all tests. */
    static Failure of(Throwable error) {
        StringWriter stack = new StringWriter();
        error.printStackTrace(new PrintWriter(stack));
        return new Failure(
                error.getClass().getName(), Objects.requireNonNullElse(error.getMessage(), ""), stack.toString());
    }
}
