package io.github.surefoot.surefire.redact;

import io.github.surefoot.core.secret.Redactor;
import org.apache.maven.plugin.surefire.log.api.ConsoleLogger;

/** Surefire's log with secrets masked. */
class RedactedLogger implements ConsoleLogger {
    private final ConsoleLogger surefire;
    private final Redactor redactor;

    RedactedLogger(ConsoleLogger surefire, Redactor redactor) {
        this.surefire = surefire;
        this.redactor = redactor;
    }

    @Override
    public boolean isDebugEnabled() {
        return surefire.isDebugEnabled();
    }

    @Override
    public void debug(String message) {
        surefire.debug(redactor.redact(message));
    }

    @Override
    public boolean isInfoEnabled() {
        return surefire.isInfoEnabled();
    }

    @Override
    public void info(String message) {
        surefire.info(redactor.redact(message));
    }

    @Override
    public boolean isWarnEnabled() {
        return surefire.isWarnEnabled();
    }

    @Override
    public void warning(String message) {
        surefire.warning(redactor.redact(message));
    }

    @Override
    public boolean isErrorEnabled() {
        return surefire.isErrorEnabled();
    }

    @Override
    public void error(String message) {
        surefire.error(redactor.redact(message));
    }

    @Override
    public void error(String message, Throwable thrown) {
        RedactedStackTrace trace = RedactedStackTrace.of(thrown, redactor);
        if (trace.shows()) {
            surefire.error(redactor.redact(message) + System.lineSeparator() + trace.writeTraceToString());
        } else {
            surefire.error(redactor.redact(message), thrown);
        }
    }

    @Override
    public void error(Throwable thrown) {
        RedactedStackTrace trace = RedactedStackTrace.of(thrown, redactor);
        if (trace.shows()) {
            surefire.error(trace.writeTraceToString());
        } else {
            surefire.error(thrown);
        }
    }
}
