package io.github.surefoot.surefire.redact;

import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.core.secret.SecretFaultException;
import io.github.surefoot.core.secret.SecretsFile;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.surefire.extensions.LegacyForkNodeFactory;
import org.apache.maven.surefire.api.fork.ForkNodeArguments;
import org.apache.maven.surefire.extensions.ForkChannel;
import org.apache.maven.surefire.extensions.ForkNodeFactory;
import org.jspecify.annotations.Nullable;

/**
 * Surefire's own channel to its forks, with secrets masked in what a fork writes to its native standard output, past
 * all listeners: Surefire puts that into a dump file, and with {@code -X} on the console.
 *
 * <p>Runs in the Maven process, in Surefire's class loader; Surefire's parameter {@code forkNode} names it.
 */
public final class RedactingForkNodeFactory implements ForkNodeFactory {
    /** The file of the run's secrets; set by Maven from the element of this name. */
    private @Nullable String secretsFile;

    /** Called by Maven. */
    public RedactingForkNodeFactory() {}

    /** Called by Maven with the value of the element {@code secretsFile}. */
    public void setSecretsFile(String secretsFile) {
        this.secretsFile = secretsFile;
    }

    @Override
    public ForkChannel createForkChannel(ForkNodeArguments arguments) throws IOException {
        return new LegacyForkNodeFactory().createForkChannel(new RedactedForkNode(arguments, redactor()));
    }

    private Redactor redactor() throws IOException {
        if (secretsFile == null) {
            return Redactor.none();
        }
        try {
            return SecretsFile.read(Path.of(secretsFile), System::getenv).redactor();
        } catch (SecretFaultException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
