package io.github.surefoot.worker.secret;

/** A test asked for a secret that is not to be had. The message says why, and each way to supply it. */
public final class SecretUnavailableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    SecretUnavailableException(String message) {
        super(message);
    }
}
