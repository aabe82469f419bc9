package io.github.surefoot.surefire.redact;

import io.github.surefoot.core.secret.RedactedStream;
import io.github.surefoot.core.secret.Redactor;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.jspecify.annotations.Nullable;

/** One of the two output streams of the tests, with secrets masked, also those that are printed bit by bit. */
final class RedactedOutput {
    private final RedactedStream text;
    private final Consumer<TestOutputReportEntry> target;
    private @Nullable TestOutputReportEntry latest;

    RedactedOutput(Redactor redactor, Consumer<TestOutputReportEntry> target) {
        text = redactor.stream();
        this.target = target;
    }

    /** Passes on what may be shown; a line that has ended is shown whole. */
    synchronized void write(TestOutputReportEntry entry) {
        String log = String.valueOf(entry.getLog());
        String shown = entry.isNewLine() ? text.last(log) : text.next(log);
        latest = entry;
        if (entry.isNewLine() || !shown.isEmpty()) {
            target.accept(shown.equals(entry.getLog()) ? entry : with(entry, shown, entry.isNewLine()));
        }
    }

    /**
     * Passes on what was held back, as a part of the piece that came last, unless who printed that is at work: the next
     * piece may make it a secret.
     *
     * @param running the tests that are at work, by what Surefire calls them
     */
    synchronized void flushUnlessOf(Set<Long> running) {
        TestOutputReportEntry entry = latest;
        if (entry != null
                && (entry.getTestRunId() == null ? !running.isEmpty() : running.contains(entry.getTestRunId()))) {
            return;
        }
        String rest = text.flush();
        if (!rest.isEmpty() && entry != null) {
            target.accept(with(entry, rest, false));
        }
    }

    private static TestOutputReportEntry with(TestOutputReportEntry entry, String shown, boolean newLine) {
        return new TestOutputReportEntry(
                shown, entry.isStdOut(), newLine, entry.getRunMode(), entry.getTestRunId(), entry.getStack());
    }
}
