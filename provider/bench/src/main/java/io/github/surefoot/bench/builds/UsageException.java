package io.github.surefoot.bench.builds;

/** The command cannot be used as it was given; the message names the option, the value and what is allowed. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
