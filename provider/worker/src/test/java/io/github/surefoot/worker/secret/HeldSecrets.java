package io.github.surefoot.worker.secret;

import io.github.surefoot.core.secret.Secret;
import io.github.surefoot.core.secret.SecretSource;
import java.util.Map;
import java.util.Optional;

/** Secrets that this JVM holds until closed. */
public final class HeldSecrets implements SecretSupply, AutoCloseable {
    private final Map<String, String> values;

    private HeldSecrets(Map<String, String> values) {
        this.values = values;
    }

    /** Holds the values by their names. */
    public static HeldSecrets hold(Map<String, String> values) {
        HeldSecrets held = new HeldSecrets(values);
        Secrets.open(held);
        return held;
    }

    @Override
    public Optional<Secret> find(String name) {
        return Optional.ofNullable(values.get(name)).map(value -> new Secret(name, SecretSource.ENVIRONMENT, value));
    }

    @Override
    public String advice(String name) {
        return "";
    }

    @Override
    public void close() {
        Secrets.close(this);
    }
}
