package io.github.surefoot.worker.secret;

import io.github.surefoot.core.secret.Secret;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that this worker holds. Under Maven they are those of {@code surefoot.secrets}, with the same values in
 * every worker and every round; in an IDE each is looked for on first use.
 *
 * <p>What a test prints or throws is masked by the provider; in an IDE, where none runs, it is not.
 */
public final class Secrets {
    /** What Maven gave this JVM; a worker is a JVM, so there is one. */
    private static final AtomicReference<@Nullable SecretSupply> FROM_MAVEN = new AtomicReference<>();

    private Secrets() {}

    /**
     * Returns the value of a secret.
     *
     * @param name as declared in {@code surefoot.secrets}, e.g. {@code API_KEY}
     * @throws SecretUnavailableException if this worker does not hold it
     */
    public static String get(String name) {
        SecretSupply supply = supply();
        return supply.find(name)
                .map(Secret::value)
                .orElseThrow(() -> new SecretUnavailableException(name + " is not held. " + supply.advice(name)));
    }

    /** Returns the value of a secret, if this worker holds it. */
    public static Optional<String> find(String name) {
        return supply().find(name).map(Secret::value);
    }

    /** Returns where a secret was found: {@code environment}, {@code settings.xml}, {@code dotenv}, {@code generated}. */
    public static Optional<String> source(String name) {
        return supply().find(name).map(secret -> secret.source().word());
    }

    private static SecretSupply supply() {
        @Nullable SecretSupply fromMaven = FROM_MAVEN.get();
        return fromMaven == null ? LocalSupply.ofThisJvm() : fromMaven;
    }

    static void open(SecretSupply supply) {
        FROM_MAVEN.set(supply);
    }

    static void close(SecretSupply supply) {
        FROM_MAVEN.compareAndSet(supply, null);
    }
}
