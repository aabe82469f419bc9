package io.github.surefoot.core.secret;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The secrets of a run, in the order declared, all under one random key. Immutable. */
public final class SecretSet {
    private static final int PUBLISHED_DIGITS = 16;

    private final RunKey key;
    private final Map<String, Secret> secrets;

    SecretSet(RunKey key, List<Secret> secrets) {
        this.key = key;
        this.secrets = new LinkedHashMap<>();
        for (Secret secret : secrets) {
            if (this.secrets.putIfAbsent(secret.name(), secret) != null) {
                throw new IllegalArgumentException(secret.name() + " is there twice");
            }
        }
    }

    /**
     * Creates the set of a new run, under a new key.
     *
     * @throws IllegalArgumentException if two secrets have the same name
     */
    public static SecretSet of(List<Secret> secrets) {
        return new SecretSet(RunKey.random(), secrets);
    }

    /** Returns the secrets in the order declared. */
    public List<Secret> secrets() {
        return List.copyOf(secrets.values());
    }

    /** Returns the names in the order declared. */
    public List<String> names() {
        return List.copyOf(secrets.keySet());
    }

    /** Returns the secret of that name. */
    public Optional<Secret> find(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    /** Tells whether no secret is declared. */
    public boolean isEmpty() {
        return secrets.isEmpty();
    }

    /**
     * Returns the fingerprint of all names and values under the key of the run: 16 hexadecimal digits, equal in all
     * workers that hold the same. It may be published.
     */
    public String fingerprint() {
        String[] parts = secrets.values().stream().map(this::fingerprintOf).toArray(String[]::new);
        return key.fingerprint(parts).substring(0, PUBLISHED_DIGITS);
    }

    /** Returns what masks these secrets in text. */
    public Redactor redactor() {
        return Redactor.of(secrets.values());
    }

    RunKey key() {
        return key;
    }

    String fingerprintOf(Secret secret) {
        return key.fingerprint(secret.name(), secret.value());
    }

    @Override
    public String toString() {
        return secrets.values().toString();
    }
}
