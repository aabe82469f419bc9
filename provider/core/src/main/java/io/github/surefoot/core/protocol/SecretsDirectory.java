package io.github.surefoot.core.protocol;

/** The directory in which Maven holds secrets for its workers: a worker that outlives Maven removes it. */
public final class SecretsDirectory {
    /** What its name begins with. */
    public static final String PREFIX = "surefoot-secrets-";

    /** The file in it that Maven keeps locked as long as it lives. */
    public static final String LOCK = "lock";

    private SecretsDirectory() {}
}
