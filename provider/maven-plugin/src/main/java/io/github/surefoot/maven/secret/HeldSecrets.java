package io.github.surefoot.maven.secret;

import io.github.surefoot.core.secret.Redactor;
import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretSet;
import io.github.surefoot.core.secret.SecretsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The secrets that a module's workers shall have, held until the module's last worker has ended. */
public final class HeldSecrets implements AutoCloseable {
    private final SecretSet secrets;
    private final Redactor redactor;
    private final MaskedConsole console;
    private final Dumps dumps;
    private final @Nullable ChannelDirectory directory;

    private HeldSecrets(SecretSet secrets, MaskedConsole console, Dumps dumps, @Nullable ChannelDirectory directory) {
        this.secrets = secrets;
        this.redactor = secrets.redactor();
        this.console = console;
        this.dumps = dumps;
        this.directory = directory;
        if (directory != null) {
            console.add(redactor);
        }
    }

    static HeldSecrets none() {
        return new HeldSecrets(SecretSet.of(List.of()), new MaskedConsole(), Dumps.none(), null);
    }

    /** Writes the channel file into the first of these directories that takes it. */
    static HeldSecrets hold(SecretSet secrets, MaskedConsole console, Dumps dumps, List<Path> bases)
            throws IOException {
        @Nullable IOException failed = null;
        for (Path base : bases) {
            try {
                return hold(secrets, console, dumps, ChannelDirectory.create(base));
            } catch (IOException e) {
                if (failed != null) {
                    e.addSuppressed(failed);
                }
                failed = e;
            }
        }
        throw failed == null ? new IOException("there is no temporary directory") : failed;
    }

    private static HeldSecrets hold(SecretSet secrets, MaskedConsole console, Dumps dumps, ChannelDirectory directory)
            throws IOException {
        try {
            SecretsFile.write(directory.resolve("secrets"), secrets);
            return new HeldSecrets(secrets, console, dumps, directory);
        } catch (IOException e) {
            directory.close();
            throw e;
        }
    }

    /**
     * Returns the file whose path each worker is told as {@link SecretsFile#SETTING}; empty when no secret is declared.
     */
    public Optional<Path> file() {
        return Optional.ofNullable(directory).map(d -> d.resolve("secrets")).filter(Files::exists);
    }

    /** Returns the source of each secret by its name, in the order declared: what {@code verdict.json} shows. */
    public Map<String, String> sources() {
        Map<String, String> sources = new LinkedHashMap<>();
        secrets.secrets().forEach(s -> sources.put(s.name(), s.source().word()));
        return sources;
    }

    /** Returns the value of a secret, for what Maven itself needs it for. */
    public Optional<String> value(String name) {
        return secrets.secrets().stream()
                .filter(secret -> secret.name().equals(name))
                .map(Secret::value)
                .findFirst();
    }

    /** Returns what each worker must journal as the fingerprint of its secrets. */
    public String fingerprint() {
        return secrets.fingerprint();
    }

    /** Returns what masks these secrets in anything that Maven prints or writes. */
    public Redactor redactor() {
        return redactor;
    }

    /**
     * Masks secrets in what Surefire and the JVM left of workers that died, deletes the file, and no longer masks the
     * console. The last worker must have ended.
     *
     * @throws IOException if the file is still there, or a dump cannot be masked
     */
    @Override
    public void close() throws IOException {
        if (directory == null) {
            return;
        }
        try (directory) {
            dumps.mask(redactor);
        } finally {
            console.remove(redactor);
        }
    }
}
