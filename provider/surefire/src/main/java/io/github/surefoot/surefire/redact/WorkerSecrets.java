package io.github.surefoot.surefire.redact;

import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.core.secret.SecretFaultException;
import io.github.surefoot.core.secret.SecretSet;
import io.github.surefoot.core.secret.SecretsFile;
import io.github.surefoot.surefire.settings.WorkerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.surefire.api.report.TestOutputReportEntry;
import org.apache.maven.surefire.api.report.TestReportListener;
import org.apache.maven.surefire.api.testset.TestSetFailedException;

/**
 * The secrets of this worker's run: whether it holds them, and what masks them in all it tells.
 *
 * @param set what it holds; nothing if it lacks any
 * @param redactor what masks them
 * @param fault what it lacks, for people; empty if nothing
 */
public record WorkerSecrets(SecretSet set, Redactor redactor, String fault) {

    /** Reads the secrets that Maven holds for this worker. */
    public static WorkerSecrets of(WorkerSettings settings) {
        Optional<String> file = settings.user(SecretsFile.SETTING);
        if (file.isEmpty()) {
            return new WorkerSecrets(SecretSet.of(List.of()), Redactor.none(), "");
        }
        try {
            SecretSet set = SecretsFile.read(Path.of(file.get()), System::getenv);
            return new WorkerSecrets(set, set.redactor(), "");
        } catch (SecretFaultException e) {
            return new WorkerSecrets(SecretSet.of(List.of()), Redactor.none(), String.valueOf(e.getMessage()));
        }
    }

    /** Returns the fingerprint for the journal, equal in all workers that hold the same; empty if none is declared. */
    public Optional<String> fingerprint() {
        return set.isEmpty() ? Optional.empty() : Optional.of(set.fingerprint());
    }

    /**
     * Stops a worker that lacks a secret before it runs a test: one clear error, not a hundred failing tests.
     *
     * @throws TestSetFailedException if it does
     */
    public void check() throws TestSetFailedException {
        if (!fault.isEmpty()) {
            throw new TestSetFailedException(fault);
        }
    }

    /** Puts the mask before a listener, if there is anything to mask. */
    public TestReportListener<TestOutputReportEntry> masking(TestReportListener<TestOutputReportEntry> listener) {
        return redactor.isEmpty() ? listener : new RedactingListener(listener, redactor);
    }

    /**
     * Throws what may leave the worker in place of a throwable, if that shows a secret; otherwise it may leave itself.
     *
     * @throws TestSetFailedException the same, masked
     */
    public void throwMasked(Throwable thrown) throws TestSetFailedException {
        Optional<TestSetFailedException> masked = masked(thrown);
        if (masked.isPresent()) {
            throw masked.get();
        }
    }

    /** Returns what may leave the worker in place of a throwable: the same, unless it shows a secret. */
    Optional<TestSetFailedException> masked(Throwable thrown) {
        RedactedStackTrace trace = RedactedStackTrace.of(thrown, redactor);
        if (!trace.shows()) {
            return Optional.empty();
        }
        return Optional.of(new TestSetFailedException(trace.writeTraceToString()));
    }
}
