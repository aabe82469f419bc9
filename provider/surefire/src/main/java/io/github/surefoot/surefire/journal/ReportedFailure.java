package io.github.surefoot.surefire.journal;

import io.github.surefoot.core.Failure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.surefire.api.report.ReportEntry;
import org.apache.maven.surefire.api.report.SafeThrowable;
import org.apache.maven.surefire.api.report.StackTraceWriter;
import org.jspecify.annotations.Nullable;

/** What was thrown, as the journal has it. */
final class ReportedFailure {
    /** What a test throws to be aborted. */
    private static final Set<String> GIVEN_UP = Set.of(
            "org.opentest4j.TestAbortedException",
            "org.junit.AssumptionViolatedException",
            "org.junit.internal.AssumptionViolatedException",
            "org.testng.SkipException");

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

    /**
     * Returns what failed in a test that is reported as aborted: what was thrown, or what caused that, where it only says
     * that the test is to be given up. Nothing if an assumption did not hold.
     */
    static Optional<Failure> ofAttempt(ReportEntry entry) {
        @Nullable StackTraceWriter writer = entry.getStackTraceWriter();
        @Nullable SafeThrowable throwable = writer == null ? null : writer.getThrowable();
        @Nullable Throwable target = throwable == null ? null : throwable.getTarget();
        while (target != null && GIVEN_UP.contains(target.getClass().getName())) {
            target = target.getCause();
        }
        return Optional.ofNullable(target).map(ReportedFailure::of);
    }

    /** Returns what was thrown past all tests. */
    static Failure of(Throwable error) {
        StringWriter stack = new StringWriter();
        error.printStackTrace(new PrintWriter(stack));
        return new Failure(
                error.getClass().getName(), Objects.requireNonNullElse(error.getMessage(), ""), stack.toString());
    }
}
