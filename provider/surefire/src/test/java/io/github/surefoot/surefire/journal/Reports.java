package io.github.surefoot.surefire.journal;

import java.util.Map;
import org.apache.maven.surefire.api.report.RunMode;
import org.apache.maven.surefire.api.report.SafeThrowable;
import org.apache.maven.surefire.api.report.SimpleReportEntry;
import org.apache.maven.surefire.api.report.StackTraceWriter;
import org.jspecify.annotations.Nullable;

/** Surefire's own report entries. */
final class Reports {
    private Reports() {}

    static SimpleReportEntry of(String className, @Nullable String test) {
        return entry(RunMode.NORMAL_RUN, className, test, null, null);
    }

    static SimpleReportEntry again(String className, String test) {
        return entry(RunMode.RERUN_TEST_AFTER_FAILURE, className, test, null, null);
    }

    static SimpleReportEntry thrown(String className, String test, Throwable thrown) {
        return entry(RunMode.NORMAL_RUN, className, test, new Trace(thrown), null);
    }

    static SimpleReportEntry said(String className, String test, @Nullable String message) {
        return entry(RunMode.NORMAL_RUN, className, test, null, message);
    }

    @SuppressWarnings("NullAway") // Surefire's entries may lack anything, and say so nowhere.
    private static SimpleReportEntry entry(
            RunMode mode,
            String className,
            @Nullable String test,
            @Nullable StackTraceWriter trace,
            @Nullable String message) {
        return new SimpleReportEntry(mode, 1L, className, null, test, null, trace, null, message, Map.of());
    }

    /** A throwable as Surefire hands it on. */
    private record Trace(Throwable thrown) implements StackTraceWriter {
        @Override
        public String writeTraceToString() {
            return thrown + "\n\tat shop.Cart.add(Cart.java:7)";
        }

        @Override
        public String writeTrimmedTraceToString() {
            return writeTraceToString();
        }

        @Override
        public String smartTrimmedStackTrace() {
            return thrown.toString();
        }

        @Override
        public SafeThrowable getThrowable() {
            return new SafeThrowable(thrown);
        }
    }
}
