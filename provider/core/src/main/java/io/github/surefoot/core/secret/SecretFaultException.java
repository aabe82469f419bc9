package io.github.surefoot.core.secret;

/** A declared secret is not there, or is another one than Maven holds. The message is for people and names it. */
public final class SecretFaultException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Creates one with a message that says what is wrong and how to mend it, and never shows a value. */
    public SecretFaultException(String message) {
        super(message);
    }
}
