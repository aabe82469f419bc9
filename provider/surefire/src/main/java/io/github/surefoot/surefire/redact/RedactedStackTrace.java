package io.github.surefoot.surefire.redact;

import io.github.surefoot.core.secret.Redactor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;
import org.apache.maven.surefire.api.report.SafeThrowable;
import org.apache.maven.surefire.api.report.StackTraceWriter;
import org.jspecify.annotations.Nullable;

/** A stack trace with secrets masked in its messages. */
final class RedactedStackTrace implements StackTraceWriter {
    private final StackTraceWriter surefire;
    private final Redactor redactor;

    RedactedStackTrace(StackTraceWriter surefire, Redactor redactor) {
        this.surefire = surefire;
        this.redactor = redactor;
    }

    /** Wraps a throwable that no test reported. */
    static RedactedStackTrace of(Throwable thrown, Redactor redactor) {
        return new RedactedStackTrace(new Plain(thrown), redactor);
    }

    /** Tells whether anything is masked. */
    boolean shows() {
        return redactor.finds(surefire.writeTraceToString());
    }

    @Override
    public String writeTraceToString() {
        return masked(surefire::writeTraceToString);
    }

    @Override
    public String writeTrimmedTraceToString() {
        return masked(surefire::writeTrimmedTraceToString);
    }

    @Override
    public String smartTrimmedStackTrace() {
        return masked(surefire::smartTrimmedStackTrace);
    }

    private String masked(Supplier<@Nullable String> text) {
        @Nullable String given = text.get();
        return given == null ? "" : redactor.redact(given);
    }

    @Override
    @SuppressWarnings("NullAway") // Surefire's own gives null where there is no throwable.
    public @Nullable SafeThrowable getThrowable() {
        @Nullable SafeThrowable throwable = surefire.getThrowable();
        return throwable == null ? null : new Masked(throwable, redactor);
    }

    /** Tells the class of what was thrown, and its message masked. */
    private static final class Masked extends SafeThrowable {
        private final SafeThrowable surefire;
        private final Redactor redactor;

        Masked(SafeThrowable surefire, Redactor redactor) {
            super(surefire.getTarget());
            this.surefire = surefire;
            this.redactor = redactor;
        }

        @Override
        public @Nullable String getLocalizedMessage() {
            return mask(surefire.getLocalizedMessage());
        }

        @Override
        public @Nullable String getMessage() {
            return mask(surefire.getMessage());
        }

        private @Nullable String mask(@Nullable String message) {
            return message == null ? null : redactor.redact(message);
        }
    }

    private record Plain(Throwable thrown) implements StackTraceWriter {
        @Override
        public String writeTraceToString() {
            StringWriter text = new StringWriter();
            thrown.printStackTrace(new PrintWriter(text, true));
            return text.toString();
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
