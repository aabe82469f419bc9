package io.github.surefoot.surefire.redact;

import io.github.surefoot.core.secret.Redactor;
import java.io.File;
import org.apache.maven.plugin.surefire.log.api.ConsoleLogger;
import org.apache.maven.surefire.api.fork.ForkNodeArguments;
import org.jspecify.annotations.Nullable;

/** What Surefire gives to a channel, with secrets masked in what the channel reports of a fork. */
final class RedactedForkNode implements ForkNodeArguments {
    private final ForkNodeArguments surefire;
    private final Redactor redactor;

    RedactedForkNode(ForkNodeArguments surefire, Redactor redactor) {
        this.surefire = surefire;
        this.redactor = redactor;
    }

    @Override
    public String getSessionId() {
        return surefire.getSessionId();
    }

    @Override
    public int getForkChannelId() {
        return surefire.getForkChannelId();
    }

    @Override
    public File dumpStreamText(String text) {
        return surefire.dumpStreamText(redactor.redact(text));
    }

    @Override
    public File dumpStreamException(Throwable thrown) {
        RedactedStackTrace trace = RedactedStackTrace.of(thrown, redactor);
        return trace.shows()
                ? surefire.dumpStreamText(trace.writeTraceToString())
                : surefire.dumpStreamException(thrown);
    }

    @Override
    public void logWarningAtEnd(String text) {
        surefire.logWarningAtEnd(redactor.redact(text));
    }

    @Override
    public ConsoleLogger getConsoleLogger() {
        return new RedactedLogger(surefire.getConsoleLogger(), redactor);
    }

    @Override
    public Object getConsoleLock() {
        return surefire.getConsoleLock();
    }

    /** None: with -X Surefire would write there all that the fork writes, byte by byte. */
    @Override
    @SuppressWarnings("NullAway") // Surefire's own gives null unless it debugs.
    public @Nullable File getEventStreamBinaryFile() {
        return null;
    }

    @Override
    public File getCommandStreamBinaryFile() {
        return surefire.getCommandStreamBinaryFile();
    }
}
