package io.github.surefoot.core.protocol;

/** Surefire's parameter {@code forkNode} where secrets are declared: the provider's class, which Maven knows by name. */
public final class MaskingChannel {
    /** The class. */
    public static final String CLASS = "io.github.surefoot.surefire.redact.RedactingForkNodeFactory";

    /** The element with the file of the run's secrets. */
    public static final String SECRETS_FILE = "secretsFile";

    private MaskingChannel() {}
}
