package io.github.surefoot.maven.round;

/** What tests need around them could not be renewed: what they would say without it is worth nothing. */
public final class FixtureException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says what has gone wrong, and the mend. */
    public FixtureException(String message) {
        super(message);
    }

    /** Says what has gone wrong, and the mend. */
    public FixtureException(String message, Throwable cause) {
        super(message, cause);
    }
}
